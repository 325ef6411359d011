import { refuse } from '#lib/server/answer.ts';
import { spokenOfWay } from '#lib/server/spoken-way.ts';
import { guideEnd, walkProfile } from '@lobby/hub/contract';
import { z } from 'zod';
import type { RequestHandler } from './$types';

const asked = z.object({
  language: z.enum(['zh', 'en']),
  to: guideEnd,
  profile: walkProfile,
  step: z.coerce.number().int().min(0).max(99).nullable(),
});

/**
 * A step of a way from this terminal as sound, or how long it is. A page names the way and brings no words of its own:
 * what is spoken is what the hub says of it.
 */
export const GET: RequestHandler = async ({ url, locals }) => {
  const { terminalId, hub } = locals;
  if (terminalId === undefined) return refuse('terminal-unknown');
  const named = (name: string): string | null => url.searchParams.get(name);
  const to = { of: named('of'), id: named('id') };
  const wish = asked.safeParse({ language: named('language'), to, profile: named('profile'), step: named('step') });
  if (!wish.success) return refuse('bad-shape');
  const { language, profile, step } = wish.data;
  const found = await hub.guide.way({ terminalId }, { to: wish.data.to, profile });
  const sentence = found.ok ? spokenOfWay(found.way, step, language) : undefined;
  if (sentence === undefined) return refuse('not-found');
  const wav = await hub.speech.say(sentence, language).catch(() => undefined);
  if (wav === undefined) return refuse('no-voice');
  return new Response(new Uint8Array(wav), { headers: { 'content-type': 'audio/wav', 'cache-control': 'no-store' } });
};
