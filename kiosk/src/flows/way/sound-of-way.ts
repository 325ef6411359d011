import type { GuideEnd, WalkProfile } from '@lobby/hub/contract';
import type { Language } from '#lib/words/language.ts';

/** A part of a way that can be heard: `step` counts from 0; left out: how long and how far. */
export interface HeardPart {
  readonly to: GuideEnd;
  readonly profile: WalkProfile;
  readonly language: Language;
  readonly step?: number;
}

/** Where the hub serves a part of a way as sound. The address names the way; the words are the hub's own. */
export function soundOfWay({ to, profile, language, step }: HeardPart): string {
  const named = new URLSearchParams({ language, of: to.of, id: to.id, profile });
  if (step !== undefined) named.set('step', String(step));
  return `/api/terminal/way-sound?${named}`;
}
