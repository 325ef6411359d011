import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { selfTestReport } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** How one part of this terminal's self-test went. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  const body = await readBody(request, selfTestReport);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.fleet.selfTests.report(locals.terminalId, body.value);
  return answer({ ok: true });
};
