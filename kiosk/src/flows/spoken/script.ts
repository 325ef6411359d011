import type { SaidScreen } from '#lib/speech/what-is-said.ts';
import type { Language } from '#lib/words/language.ts';
import { frameWording } from '../frame-wording.ts';
import { clipOf, clipsOfNumber, type Clip } from './known-sentences.ts';

/** One clip of a screen's script, or a part of a way by its address. `pause`: silence after it, in milliseconds. */
export type Line = { readonly pause: number } & (
  { readonly clip: Clip; readonly sound?: undefined } | { readonly sound: string; readonly clip?: undefined }
);

const afterSentence = 350;
const beforeLabel = 100;
const withinNumber = 0;

/** What a nurse would say who reads the screen to somebody: what it tells, then what can be pressed. No names. */
export function scriptOf({ texts, keepsQuiet }: SaidScreen, language: Language): readonly Line[] {
  const { spoken } = frameWording[language];
  const sentence = (text: string, pause = afterSentence): Line[] => {
    const clip = clipOf(text, language);
    return clip === undefined ? [] : [{ clip, pause }];
  };
  const number = (label: string): Line[] => [
    ...sentence(spoken.number, beforeLabel),
    ...clipsOfNumber(label).map((clip, index, all) => ({
      clip,
      pause: index === all.length - 1 ? afterSentence : withinNumber,
    })),
  ];
  const told = texts.filter(({ kind }) => kind !== 'action');
  const actions = texts.filter(({ kind }) => kind === 'action');
  return [
    ...told.flatMap(({ kind, text, sound }) => {
      if (sound !== undefined) return [{ sound, pause: afterSentence }];
      return kind === 'number' ? number(text) : sentence(text);
    }),
    ...(keepsQuiet ? sentence(spoken.restOnScreen) : []),
    ...actions.flatMap(({ text }, index) => [
      ...sentence(index === 0 ? spoken.press : spoken.or, beforeLabel),
      ...sentence(text),
    ]),
  ];
}
