import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { checkSite, loadSite } from '@lobby/config';
import { readDemoPeople } from './cards/demo-people.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const site = loadSite(folder);
const people = readDemoPeople();
const everyQueue = site.areas.flatMap((area) => area.queues);
const queues = everyQueue.filter(({ kind }) => kind === undefined);

test('the settings of the demo hospital are right', () => {
  expect(checkSite(folder)).toMatchObject({ ok: true });
});

test('thirty clinics each have one queue', () => {
  expect(new Set(queues.map((queue) => queue.clinic)).size).toBe(30);
  expect(queues).toHaveLength(30);
});

test('a pharmacy, a blood draw, imaging and a window give numbers of their own', () => {
  const services = everyQueue.filter(({ kind }) => kind !== undefined);
  expect(services.map(({ kind }) => kind)).toEqual(['pharmacy', 'laboratory', 'imaging', 'window']);
  expect(services.every(({ tickets }) => tickets?.includes('by-hand'))).toBe(true);
});

test('every area has a screen, on the floors one to four', () => {
  expect(
    new Set(
      site.screens.flatMap((screen) => (screen.kind === 'area' || screen.kind === 'service' ? [screen.area] : [])),
    ),
  ).toEqual(new Set(site.areas.map((area) => area.id)));
  expect(new Set(site.areas.map((area) => area.level))).toEqual(new Set([1, 2, 3, 4]));
});

test('every room to which people are called is served by a queue of its area', () => {
  for (const area of site.areas) {
    const served = new Set(area.queues.flatMap((queue) => queue.rooms));
    expect(area.rooms.filter((room) => room.onScreens !== false && !served.has(room.id))).toEqual([]);
  }
});

test('doctors of the staff list sit in rooms of their clinics', () => {
  for (const doctor of people.doctors) {
    expect(site.demo?.staff.map((person) => person.workNo)).toContain(doctor.workNo);
    expect(queues.find((queue) => queue.clinic === doctor.clinic)?.rooms).toContain(doctor.room);
  }
});

test('every card of a file exists, every card but an unknown one opens a file, every clinic exists', () => {
  const cards = people.cards.map((card) => card.id);
  expect(new Set(cards).size).toBe(cards.length);
  for (const file of people.files) {
    const named = [...(file.card === undefined ? [] : [file.card]), ...file.guardians.map((guardian) => guardian.card)];
    expect(named.filter((card) => !cards.includes(card))).toEqual([]);
    for (const { clinic } of file.appointments) expect(queues.map((queue) => queue.clinic)).toContain(clinic);
  }
  const opened = new Set(people.files.map((file) => file.card));
  expect(cards.filter((card) => !opened.has(card))).toEqual(['feng-yiming', 'test-card']);
});

test('every code and hospital card belongs to a person on a card, and no value is used twice', () => {
  const cards = people.cards.map((card) => card.id);
  for (const credential of people.credentials) expect(cards).toContain(credential.card);
  expect(new Set(people.credentials.map(({ value }) => value)).size).toBe(people.credentials.length);
});

test('every card fits the fields of the chip: name 15, address 35, issuer 15 characters of UTF-16', () => {
  for (const card of people.cards) {
    expect(card.name.length).toBeLessThanOrEqual(15);
    expect(card.address?.length ?? 0).toBeLessThanOrEqual(35);
    expect(card.issuer.length).toBeLessThanOrEqual(15);
  }
});
