import { answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { withdrawHelp } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  const body = await readBody(request, withdrawHelp);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(locals.hub.assist.withdraw(locals.terminalId, body.value));
};
