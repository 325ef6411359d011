import { LOBBY_DATA } from '$app/env/private';
import { refuse } from '#lib/server/answer.ts';
import { isOperator } from '#lib/server/operator-token.ts';
import { readBody } from '#lib/server/request-body.ts';
import { bearerOf } from '#lib/server/same-origin.ts';
import { issueCode } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A one-time code for a device of the site. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (!isOperator(LOBBY_DATA, bearerOf(request.headers))) return refuse('operator-unknown');
  const body = await readBody(request, issueCode);
  if (!body.ok) return refuse(body.reason);
  const { kind, id } = body.value;
  if (!locals.hub.site[`${kind}s`].some((device) => device.id === id)) return refuse('device-unknown');
  return Response.json({ ok: true, code: await locals.hub.fleet.issueCode(kind, id) });
};
