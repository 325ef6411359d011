import type { RequestEvent } from '@sveltejs/kit';
import { refuse } from './answer.ts';
import { isPlainId } from './plain-id.ts';

type Asking = Pick<RequestEvent<{ callId: string; language: string }>, 'params' | 'locals'>;

/** A spoken call names a patient: only screens and desks hear it, and no cache but their own keeps it. */
export async function spokenCall({ params, locals }: Asking, brief?: 'ticket'): Promise<Response> {
  if (locals.screenId === undefined && locals.deskId === undefined) return refuse('screen-unknown');
  const { callId, language } = params;
  if ((language !== 'zh' && language !== 'en') || !isPlainId(callId)) return refuse('no-such-call');
  const wav = await locals.hub.speech.wav(callId, language, brief);
  if (wav === undefined) return refuse('no-such-call');
  return new Response(new Uint8Array(wav), {
    headers: { 'content-type': 'audio/wav', 'cache-control': 'private, max-age=3600, immutable' },
  });
}
