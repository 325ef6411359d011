import { join } from 'node:path';
import { hubFile } from '@lobby/hub/open.ts';
import type { HospitalPort } from '@lobby/hub/hospital/port.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { checkScript, type HospitalScript } from '@lobby/hub/hospital/sandbox/script.ts';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { expect, onTestFinished, test } from 'vitest';
import { lookAfterwards, type Afterwards } from '../campaigns/afterwards.ts';
import { hubTerminal } from '../campaigns/hub-terminal.ts';
import { drawManner, visitHospital, type Outcome } from '../campaigns/patient.ts';
import { peopleWithAppointments } from '../campaigns/people.ts';
import { TerminalsInTurn } from '../campaigns/terminals-in-turn.ts';
import { demoSite, openTestHub, presentCard, testPlace, until } from '../support/test-hub.ts';

/** Eight seconds are eighty milliseconds here, for the hospital, the guard before it and the flows alike. */
const speed = 100;

function scriptOf(content: unknown): HospitalScript {
  const checked = checkScript(content);
  if (!checked.ok) throw new Error(checked.problems.join('\n'));
  return checked.script;
}

function hurriedSite(): ReturnType<typeof demoSite> {
  const site = demoSite();
  const rule = site.hospitalSystem;
  const breaker = { ...rule.breaker, withinSeconds: 180 / speed, restSeconds: 15 / speed };
  // A loaded machine makes a scaled deadline shorter than it is: three times as long as in a hospital.
  const hurried = { ...rule, readSeconds: 36 / speed, writeSeconds: 60 / speed, slowSeconds: 3 / speed, breaker };
  const demo = site.demo === undefined ? undefined : { ...site.demo, patients: 5000 };
  return { ...site, demo, hospitalSystem: hurried };
}

async function campaign(script: unknown, patients: number) {
  const place = await testPlace('sqlite');
  const site = hurriedSite();
  const { hub, sandbox, clock } = await openTestHub(place, { site });
  const files = { hub: hubFile(place.folder), sandbox: join(place.folder, 'sandbox.sqlite') };
  const people = peopleWithAppointments({ file: files.sandbox, site, now: clock.now(), count: patients });
  const terminals = ['K01', 'K02', 'K03', 'K04'].map((id) => hubTerminal(hub, id, speed / 3));
  onTestFinished(() => terminals.forEach((terminal) => terminal.stop()));
  const turns = new TerminalsInTurn(terminals);
  const random = seededRandom(3);
  const everybody = (): Promise<readonly Outcome[]> =>
    Promise.all(
      people.map((person) =>
        visitHospital({
          person,
          manner: drawManner(random),
          patience: 270_000 / speed,
          pause: 10_000 / speed,
          leavesAfter: 5_000 / speed,
          terminal: () => turns.take(),
          free: (terminal) => turns.giveBack(terminal),
        }),
      ),
    );
  const home = async (): Promise<Afterwards> => {
    sandbox.follow(undefined);
    clock.advance(3 * 60_000);
    await hub.tidy();
    return lookAfterwards({ ...files, patientIds: people.map(({ patientId }) => patientId) });
  };
  sandbox.follow(scriptOf(script));
  return { hub, sandbox, clock, people, outcomes: await everybody(), everybody, home };
}

test('with a hospital that takes eight seconds and fails one call in twenty, everybody ends with a ticket or a reason, and nobody with two', async () => {
  const troubles = {
    latencySeconds: 8 / speed,
    errors: 0.05,
    timeoutsAfterCommit: 0.05,
    stale: 0.05,
    staleSeconds: 60,
  };
  const { people, outcomes, home } = await campaign(
    { seed: 5, operations: { '*': troubles }, silenceSeconds: 90 / speed },
    24,
  );
  expect(people).toHaveLength(24);
  expect(outcomes.filter(({ ended }) => ended === 'nothing')).toEqual([]);
  const after = await home();
  expect(after).toMatchObject({ twice: [], arrivedWithoutTicket: [], ticketWithoutArrival: [], open: 0 });
  expect(outcomes.filter(({ ended }) => ended === 'ticket').length).toBeGreaterThan(20);
});

test('a hospital that answers nothing for ten minutes turns everybody away with a reason, and serves them when it is back', async () => {
  const outage = { answers: 'nothing', forSeconds: 600 };
  const { hub, clock, people, outcomes, everybody, home } = await campaign(
    { operations: { '*': { latencySeconds: 1 / speed } }, outages: [outage], silenceSeconds: 600 / speed },
    6,
  );
  expect(outcomes.map((outcome) => outcome.ended === 'reason' && outcome.reason)).toEqual(
    people.map(() => 'hospital-unavailable'),
  );
  expect(hub.hospitalSystem.status.state).toBe('away');
  clock.advance(10 * 60_000);
  await until(() => hub.hospitalSystem.status.state !== 'away', 'the guard found the hospital back by itself');
  expect((await everybody()).map(({ ended }) => ended)).toEqual(people.map(() => 'ticket'));
  const after = await home();
  expect(after).toMatchObject({ twice: [], arrivedWithoutTicket: [], ticketWithoutArrival: [], open: 0 });
  expect(after.withTicket.size).toBe(people.length);
});

test('a card waits for the hospital once: who somebody is and what they have today is asked at one time', async () => {
  const called: string[] = [];
  const dayAsked = Promise.withResolvers<true>();
  const hospital = (sandbox: Sandbox): HospitalPort => ({
    ...sandbox,
    patient: {
      ...sandbox.patient,
      // Answers only to whoever asks for the day without having waited for this answer.
      find: (...asked) => dayAsked.promise.then(() => sandbox.patient.find(...asked)),
    },
    appointment: {
      ...sandbox.appointment,
      list: (...asked) => {
        called.push('list');
        return sandbox.appointment.list(...asked);
      },
      listOfBearer: (...asked) => {
        called.push('listOfBearer');
        dayAsked.resolve(true);
        return sandbox.appointment.listOfBearer(...asked);
      },
    },
  });
  const { hub } = await openTestHub(await testPlace('sqlite'), { hospital });
  const access = await presentCard(hub, 'zhang-jianming');
  const reply = await hub.visits.agenda(access);
  expect(reply).toMatchObject({ ok: true, agenda: { maskedName: '张*明', next: { state: 'ready' } } });
  expect(called).toEqual(['listOfBearer']);
  expect(await hub.visits.agenda(access)).toEqual(reply);
  expect(called).toEqual(['listOfBearer', 'list']);
});

test('a hospital that cannot tell the day by a card, or does not, is asked by the file', async () => {
  const place = await testPlace('sqlite');
  const { hub, sandbox } = await openTestHub(place);
  sandbox.follow(scriptOf({ operations: { 'appointment.listOfBearer': { errors: 1 } } }));
  const refused = await presentCard(hub, 'zhang-jianming');
  expect(await hub.visits.agenda(refused)).toMatchObject({ ok: true, agenda: { next: { state: 'ready' } } });
  const can = { ...hub.hospital.capabilities(), 'appointment.listOfBearer': 'unsupported' } as const;
  Object.assign(hub.hospital, { capabilities: () => can });
  Object.assign(hub.hospital.appointment, { listOfBearer: () => Promise.reject(new Error('never asked')) });
  const other = await presentCard(hub, 'wang-xiuying');
  expect(await hub.visits.agenda(other)).toMatchObject({ ok: true, agenda: { maskedName: '王*英' } });
});

test('whoever walks off while the hospital is writing finds the number at another terminal', async () => {
  const place = await testPlace('sqlite');
  const site = hurriedSite();
  const { hub, sandbox, clock } = await openTestHub(place, { site });
  const file = join(place.folder, 'sandbox.sqlite');
  const [person] = peopleWithAppointments({ file, site, now: clock.now(), count: 1 });
  if (person === undefined) throw new Error('nobody has an appointment');
  const [first, second] = ['K01', 'K02'].map((id) => hubTerminal(hub, id, 1));
  if (first === undefined || second === undefined) throw new Error('there are two terminals');
  onTestFinished(() => [first, second].forEach((terminal) => terminal.stop()));
  sandbox.follow(scriptOf({ operations: { 'appointment.checkIn': { latencySeconds: 0.3 } } }));
  await first.layDown(person);
  await first.page.sees(['next-step'], 5_000);
  first.page.send({ type: 'patient.startedStep' });
  first.page.send({ type: 'patient.wentHome' });
  await second.layDown(person);
  const view = await second.page.sees(['next-step', 'already-checked-in'], 5_000);
  if (view?.screen === 'next-step') second.page.send({ type: 'patient.startedStep' });
  expect(await second.page.sees(['ticket-printed', 'already-checked-in'], 5_000)).toMatchObject({
    ticket: { state: 'waiting' },
  });
  const after = lookAfterwards({ hub: hubFile(place.folder), sandbox: file, patientIds: [person.patientId] });
  expect(after).toMatchObject({ twice: [], arrivedWithoutTicket: [], ticketWithoutArrival: [], open: 0 });
});
