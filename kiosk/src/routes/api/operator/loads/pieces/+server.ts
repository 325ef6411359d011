import { LOBBY_DATA } from '$app/env/private';
import { answer, refuse } from '#lib/server/answer.ts';
import { isOperator } from '#lib/server/operator-token.ts';
import { readBody } from '#lib/server/request-body.ts';
import { bearerOf } from '#lib/server/same-origin.ts';
import { loadPiece } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The server takes no larger body at all. Bytes. */
const pieceLimit = 64 * 1024;

/** Keeps a piece of the hospital's own data until its load is finished. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isOperator(LOBBY_DATA, bearerOf(request.headers))) return refuse('operator-unknown');
  const body = await readBody(request, loadPiece, pieceLimit);
  if (!body.ok) return refuse(body.reason);
  return answer(await locals.hub.loads.keep(body.value));
};
