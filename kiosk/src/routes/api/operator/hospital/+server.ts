import { LOBBY_DATA } from '$app/env/private';
import { answer, refuse } from '#lib/server/answer.ts';
import { isOperator } from '#lib/server/operator-token.ts';
import { readBody } from '#lib/server/request-body.ts';
import { bearerOf } from '#lib/server/same-origin.ts';
import { tellHospital } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** How the hospital system is, and what the sandbox hospital follows. */
export const GET: RequestHandler = ({ request, locals }) => {
  if (!isOperator(LOBBY_DATA, bearerOf(request.headers))) return refuse('operator-unknown');
  return answer(locals.hub.hospitalSystem.report());
};

/** Tells the sandbox hospital how to behave from now on. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isOperator(LOBBY_DATA, bearerOf(request.headers))) return refuse('operator-unknown');
  const body = await readBody(request, tellHospital);
  if (!body.ok) return refuse(body.reason);
  return answer(locals.hub.hospitalSystem.tell(body.value.script ?? null));
};
