import type { Language } from '#lib/words/language.ts';
import { en } from './en.ts';
import { zh, type DeskWording } from './zh.ts';

export type { DeskWording };

export const deskWording: Readonly<Record<Language, DeskWording>> = { zh, en };
