import { refuse } from '#lib/server/answer.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import type { RequestHandler } from './$types';

/** A spoken call names a patient: only screens and desks hear it, and no cache but their own keeps it. */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (locals.screenId === undefined && locals.deskId === undefined) return refuse('screen-unknown');
  const { callId, language } = params;
  if ((language !== 'zh' && language !== 'en') || !isPlainId(callId)) return refuse('no-such-call');
  const wav = await locals.hub.speech.wav(callId, language);
  if (wav === undefined) return refuse('no-such-call');
  return new Response(new Uint8Array(wav), {
    headers: { 'content-type': 'audio/wav', 'cache-control': 'private, max-age=3600, immutable' },
  });
};
