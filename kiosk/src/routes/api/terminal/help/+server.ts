import { answer, answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { askForHelp } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Whether help is wanted at this terminal, for an agent that may have missed something. */
export const GET: RequestHandler = async ({ locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  return answer({ ok: true, help: await locals.hub.assist.atTerminal(locals.terminalId) });
};

export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  const body = await readBody(request, askForHelp);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(locals.hub.assist.ask(locals.terminalId, body.value));
};
