import { describe, expect, test } from 'vitest';
import { checkScreens } from './check-screens.ts';
import { siteSchema, type Site } from './schema.ts';
import { areasOfScreen, placeOfScreen, showsCall, soundOfScreen } from './screen-places.ts';

const room = (id: string) => ({ id, name: { zh: `${id} 室`, en: `Room ${id}` } });
const area = (id: string, ...rooms: string[]) => ({
  id,
  name: { zh: `${id} 区`, en: `Area ${id}` },
  level: 2,
  rooms: rooms.map(room),
  queues: [{ id: `q-${id}`, name: { zh: '科', en: 'Clinic' }, clinic: id, prefix: 'A', rooms }],
});

function siteWith(screens: readonly unknown[], more: object = {}): Site {
  const areas = [area('one', 'r1', 'r2'), area('two', 'r3')];
  return siteSchema.parse({ hospital: { name: { zh: '院', en: 'H' } }, areas, screens, ...more });
}

const four = siteWith([
  { id: 'S1', area: 'one', panel: 'wall-55' },
  { id: 'S2', kind: 'door', room: 'r2', panel: 'door-21' },
  { id: 'S3', kind: 'service', service: 'pharmacy', area: 'one', rooms: ['r1'], panel: 'wall-55' },
  { id: 'S4', kind: 'lobby', panel: 'wall-75', languages: ['en', 'zh'] },
]);

describe('a call', () => {
  const shownOn = (roomId: string, areaId = 'one'): string[] =>
    four.screens.filter((screen) => showsCall(screen, { areaId, roomId, queueId: 'q-one' })).map(({ id }) => id);

  test('is shown in its area, at its door and over its window, not in the lobby', () => {
    expect(shownOn('r2')).toEqual(['S1', 'S2']);
    expect(shownOn('r1')).toEqual(['S1', 'S3']);
  });

  test('of another area is shown by none of them', () => {
    expect(shownOn('r3', 'two')).toEqual([]);
  });
});

test('a screen without a kind is one of a waiting area', () => {
  expect(four.screens[0]?.kind).toBe('area');
});

test('every screen has the areas and the name of its place', () => {
  const seen = four.screens.map((screen) => [areasOfScreen(four, screen).length, placeOfScreen(four, screen).name.zh]);
  expect(seen).toEqual([
    [1, 'one 区'],
    [1, 'one 区 r2 室'],
    [1, 'one 区'],
    [2, '门诊候诊一览'],
  ]);
});

test('a screen is as loud as it says, else as its zone, else as its kind', () => {
  const site = siteWith(
    [
      { id: 'S1', area: 'one', panel: 'wall-55' },
      { id: 'S2', area: 'one', panel: 'wall-55', zone: 'hall' },
      { id: 'S3', area: 'one', panel: 'wall-55', zone: 'hall', volume: 0.9 },
      { id: 'S4', kind: 'door', room: 'r1', panel: 'door-21' },
      { id: 'S5', kind: 'door', room: 'r1', panel: 'door-21', zone: 'hall' },
    ],
    { soundZones: [{ id: 'hall', volume: 0.3 }], speech: { volume: 0.7 } },
  );
  expect(site.screens.map((screen) => soundOfScreen(site, screen).volume)).toEqual([0.7, 0.3, 0.9, 0, 0.3]);
});

test('what a screen names and the site does not have is a sentence', () => {
  const wrong = siteWith(
    [
      { id: 'S1', area: 'three', panel: 'wall-54', zone: 'hall', playlist: 'quiet' },
      { id: 'S2', kind: 'door', room: 'r9', panel: 'door-21' },
      { id: 'S3', kind: 'service', service: 'window', area: 'one', rooms: ['r3'], queues: ['q-two'], panel: 'wall-55' },
    ],
    { soundZones: [{ id: 'a', quietHours: [{ from: '12:00', to: '12:00' }] }, { id: 'a' }] },
  );
  expect(checkScreens(wrong).map(({ key, sentence }) => `${key}: ${sentence.split(';')[0] ?? ''}`)).toEqual([
    'screens[0].panel: there is no panel "wall-54"',
    'screens[0].zone: there is no sound zone "hall"',
    'screens[0].playlist: there is no playlist "quiet"',
    'screens[0].area: there is no area "three"',
    'screens[1].room: there is no room "r9"',
    'screens[2].rooms: there is no room in area "one" "r3"',
    'screens[2].queues: there is no queue in area "one" "q-two"',
    'soundZones[1].id: "a" is used twice',
    'soundZones[0].quietHours: "12:00" to "12:00" is no time at all',
  ]);
});
