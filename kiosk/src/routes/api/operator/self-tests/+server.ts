import { answer, answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { startSelfTest } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** How the last self-test of each terminal went. */
export const GET: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const { terminals } = await event.locals.hub.fleet.view();
  return answer({ ok: true, results: terminals.map(({ terminalId, selfTest }) => ({ terminalId, selfTest })) });
};

/** Asks terminals to test themselves. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, startSelfTest);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(event.locals.hub.fleet.selfTests.start(access.by, body.value));
};
