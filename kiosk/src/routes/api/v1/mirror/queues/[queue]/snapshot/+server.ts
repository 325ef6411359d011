import { answer, refuse } from '#lib/server/answer.ts';
import { mirrorSpeaker } from '#lib/server/mirror-speaker.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import { readBody } from '#lib/server/request-body.ts';
import { mirroredSnapshot } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Bytes: a thousand tickets. */
const snapshotLimit = 512 * 1024;

const refusals = {
  'queue-unknown': 'mirror-queue-unknown',
  'not-your-area': 'mirror-not-your-area',
  'without-time': 'mirror-without-time',
} as const;

/** A whole queue of another system as it stood at one moment. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
  const speaker = await mirrorSpeaker(locals.hub, request);
  if (speaker === undefined) return refuse('mirror-unknown');
  if (!isPlainId(params.queue)) return refuse('mirror-queue-unknown');
  const body = await readBody(request, mirroredSnapshot, snapshotLimit);
  if (!body.ok) return refuse(body.reason);
  const reply = await locals.hub.mirror.takeSnapshot(speaker, params.queue, body.value);
  return typeof reply === 'string' ? refuse(refusals[reply]) : answer(reply);
};
