import { inLanguage, type Language } from '#lib/words/language.ts';
import type { Helper } from '@lobby/hub/contract';
import { boardWording } from './wording.ts';

/** Who helps, as colleagues say it; whoever has a badge of one day has no name here. */
export function helperName({ name, role }: Helper, language: Language): string {
  return name === null ? boardWording[language].roles[role] : inLanguage(name, language);
}
