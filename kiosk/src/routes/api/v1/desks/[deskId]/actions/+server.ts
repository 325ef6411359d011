import { answerWrite, refuse } from '#lib/server/answer.ts';
import { deskSpeaker } from '#lib/server/desk-speaker.ts';
import { readBody } from '#lib/server/request-body.ts';
import { deskAction } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** The same verbs as at the desk page; a call made here reaches the same screens. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const workNo = await deskSpeaker(locals.hub, request, params.deskId);
  if (workNo === undefined) return refuse('desk-credential-unknown');
  const body = await readBody(request, deskAction);
  if (!body.ok) return refuse(body.reason);
  const reply = await locals.hub.deskApi.act(params.deskId, workNo, body.value);
  return reply === undefined ? refuse('desk-unknown') : answerWrite(Promise.resolve(reply));
};
