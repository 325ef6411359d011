import { galleryScreens } from '#flows/gallery.ts';
import { isMode } from '#lib/panel/mode.ts';
import { isLanguage } from '#lib/words/language.ts';
import { error } from '@sveltejs/kit';
import { galleryPlace } from '../gallery-place.server.ts';
import type { PageServerLoad } from './$types';

/** One screen alone, filling its panel. `?language=zh|en&mode=standard|elder&panel=portrait-21`. */
export const load: PageServerLoad = ({ params, url }) => {
  const { id } = galleryScreens.find((one) => one.id === params.screen) ?? error(404, 'The gallery has no such screen');
  const language = url.searchParams.get('language') ?? 'zh';
  const mode = url.searchParams.get('mode') ?? 'standard';
  const place = galleryPlace(url.searchParams.get('panel') ?? 'portrait-21');
  if (!isLanguage(language) || !isMode(mode) || place === undefined)
    error(404, 'There is no such language, mode or panel');
  return { id, language, mode, place };
};
