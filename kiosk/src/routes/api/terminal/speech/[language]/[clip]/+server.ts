import { clipOfName, textOf } from '#flows/spoken/known-sentences.ts';
import { refuse } from '#lib/server/answer.ts';
import { isLanguage } from '#lib/words/language.ts';
import type { RequestHandler } from './$types';

/**
 * One sentence of a terminal's screens as sound. Only sentences of the house are spoken: a page names one, and brings
 * none of its own. One without numbers is the same for everybody and may be kept.
 */
export const GET: RequestHandler = async ({ params, locals }) => {
  if (locals.terminalId === undefined) return refuse('terminal-unknown');
  const { language } = params;
  const clip = clipOfName(params.clip);
  const text = isLanguage(language) ? textOf(clip, language) : undefined;
  if (text === undefined || !isLanguage(language)) return refuse('not-found');
  const wav = await locals.hub.speech.say(text, language).catch(() => undefined);
  if (wav === undefined) return refuse('no-voice');
  const keep = clip.values.length === 0 ? 'private, max-age=3600' : 'no-store';
  return new Response(new Uint8Array(wav), { headers: { 'content-type': 'audio/wav', 'cache-control': keep } });
};
