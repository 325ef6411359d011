import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadSite, type Site } from '@lobby/config';
import { onTestFinished } from 'vitest';
import { FixedClock } from '../../../clock.ts';
import { entriesOf } from '../../../own-data/entries.ts';
import { readEntry } from '../../../own-data/read-entry.ts';
import type { TakenLoad } from '../../own-data.ts';
import { openSandbox, type Sandbox } from '../sandbox.ts';

/** Monday, a quarter past nine in the morning in Shaocheng. */
const monday = '2026-11-23T01:15:00.000Z';
const demo = loadSite(fileURLToPath(new URL('../../../../config/sites/demo', import.meta.url)));
export const small: Site = {
  ...demo,
  demo: { ...(demo.demo ?? { seed: 1, enrolsItself: false, staff: [] }), patients: 20 },
};

export async function hospital({ site = small, at = monday, file = ':memory:' } = {}): Promise<{
  sandbox: Sandbox;
  clock: FixedClock;
}> {
  const clock = new FixedClock(at);
  const sandbox = await openSandbox({
    file,
    site,
    clock,
    people: { cards: [], files: [], doctors: [], credentials: [] },
  });
  onTestFinished(() => sandbox.close());
  return { sandbox, clock };
}

export async function load(
  sandbox: Sandbox,
  resources: readonly object[],
  shiftToToday = false,
  replace = false,
): Promise<TakenLoad> {
  const bundle = { resourceType: 'Bundle', entry: resources.map((resource) => ({ resource })) };
  const read = [...entriesOf(JSON.parse(JSON.stringify(bundle)), 'f.json')].flatMap((entry) =>
    'reason' in entry ? [] : readEntry(entry).resources,
  );
  const id = randomUUID();
  sandbox.ownData.keep({ load: id, piece: 0, resources: read });
  const taken = await sandbox.ownData.finish({ load: id, pieces: 1, shiftToToday, replace });
  if (taken === undefined) throw new Error('pieces are missing');
  return taken;
}

export const context = { terminalId: null, operatorId: null, traceId: 'test', locale: 'en' } as const;

export async function filesOf(sandbox: Sandbox, value: string) {
  const found = await sandbox.patient.find([{ system: null, value }], context);
  return found.ok ? found.value : [];
}

export async function appointmentsOf(sandbox: Sandbox, value: string) {
  const [file] = await filesOf(sandbox, value);
  const range = { patientId: file?.id ?? '', from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  const listed = await sandbox.appointment.list(range, context);
  return listed.ok ? listed.value : [];
}

export const anna = {
  resourceType: 'Patient',
  id: 'anna',
  identifier: [{ system: 'any', value: 'A-1' }],
  name: [{ text: 'Anna' }],
};

export function booked(id: string, start: string, actors: readonly object[], more: object = {}): object {
  const participant = [{ reference: 'Patient/anna' }, ...actors].map((actor) => ({ actor, status: 'accepted' }));
  return { resourceType: 'Appointment', id, status: 'booked', start, participant, ...more };
}

export const clinicsOf = async (sandbox: Sandbox): Promise<string[]> =>
  (await appointmentsOf(sandbox, 'A-1')).map(({ clinicName }) => clinicName.en);
