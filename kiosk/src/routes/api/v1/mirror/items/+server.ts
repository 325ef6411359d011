import { answer, refuse } from '#lib/server/answer.ts';
import { mirrorSpeaker } from '#lib/server/mirror-speaker.ts';
import { readBody } from '#lib/server/request-body.ts';
import { mirroredBody } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Bytes: two hundred items at their longest. */
const itemsLimit = 256 * 1024;

/** What has happened in a queue of another system. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const speaker = await mirrorSpeaker(locals.hub, request);
  if (speaker === undefined) return refuse('mirror-unknown');
  const body = await readBody(request, mirroredBody, itemsLimit);
  if (!body.ok) return refuse(body.reason);
  return answer(await locals.hub.mirror.takeItems(speaker, body.value.items));
};
