import type { OpenHub } from '@lobby/hub/open.ts';
import type { Sandbox } from '@lobby/hub/hospital/sandbox/sandbox.ts';
import { deskOf, refOf, type ActingDesk } from './acting-desk.ts';
import { checkInWithCard, type TestHub } from './test-hub.ts';

/** The patient whose check-in is undone. */
export const card = 'zhang-jianming';
/** In whose name a test asks the hospital. */
export const nobody = { terminalId: null, operatorId: null, traceId: 'test', locale: 'zh-CN' } as const;

/** What the hospital has of the patient's first appointment of the day. */
export async function atHospital(sandbox: Sandbox): Promise<{ readonly id: string; readonly status: string }> {
  const day = { from: '2026-11-22T16:00:00.000Z', to: '2026-11-23T16:00:00.000Z' };
  const listed = await sandbox.appointment.list({ patientId: `demo-${card}`, ...day }, nobody);
  const found = listed.ok ? listed.value[0]?.appointment : undefined;
  return { id: found?.id ?? '', status: found?.status ?? 'unknown' };
}

export const statusAtHospital = async (sandbox: Sandbox): Promise<string> => (await atHospital(sandbox)).status;

/** The patient has checked in; a nurse sits at the triage desk. */
export async function checkedIn(hub: OpenHub): Promise<ActingDesk> {
  const reply = await checkInWithCard(hub, card);
  if (!reply.ok) throw new Error(`the patient could not check in: ${reply.reason}`);
  return deskOf(hub, 'D-card-triage', '3001');
}

/** A nurse undoes the check-in of whoever is next. */
export async function undo(nurse: ActingDesk): Promise<void> {
  await nurse.done({ action: 'undo-check-in', ...refOf((await nurse.view()).waiting[0]) });
}

/** How what was undone stands at the hospital, first undone first. */
export const states = async ({ tables }: TestHub): Promise<string[]> =>
  (await tables.selectFrom('undone_check_in').select('state').orderBy('id').execute()).map(({ state }) => state);

/** How many check-ins are under way, or were left open. */
export const openIntents = async ({ tables }: TestHub): Promise<number> =>
  (await tables.selectFrom('check_in_intent').select('id').where('state', '=', 'open').execute()).length;

/** The hospital takes no undoing from now on. */
export function refuseUndoing(sandbox: Sandbox): void {
  const outages = [{ fromSeconds: 0, operations: ['appointment.undoCheckIn' as const], answers: 'refuses' as const }];
  sandbox.follow({ seed: 1, silenceSeconds: 0, operations: {}, outages });
}
