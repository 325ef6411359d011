import { answer, refuse } from '#lib/server/answer.ts';
import { mirrorSpeaker } from '#lib/server/mirror-speaker.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import type { RequestHandler } from './$types';

/** A queue as the screens have it, and which of its calls they have shown. */
export const GET: RequestHandler = async ({ request, locals, params }) => {
  const speaker = await mirrorSpeaker(locals.hub, request);
  if (speaker === undefined) return refuse('mirror-unknown');
  const queue = isPlainId(params.queue) ? await locals.hub.mirror.queue(speaker, params.queue) : undefined;
  return queue === undefined ? refuse('mirror-queue-unknown') : answer(queue);
};
