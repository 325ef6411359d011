import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { printReport } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  const body = await readBody(request, printReport);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.visits.printed(locals.terminalId, body.value);
  return answer({ ok: true });
};
