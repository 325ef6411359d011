import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { screenPicture } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** What this screen painted last. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.screenId === undefined) return refuse('screen-unknown');
  const body = await readBody(request, screenPicture);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.fleet.screenPicture(locals.screenId, body.value);
  return answer({ ok: true });
};
