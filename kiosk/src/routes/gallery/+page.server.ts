import { isMode } from '#lib/panel/mode.ts';
import { error } from '@sveltejs/kit';
import { galleryMillimetre, galleryPlace, portraitPanels } from './gallery-place.server.ts';
import type { PageServerLoad } from './$types';

/** All screens on one panel. `?panel=portrait-21&mode=standard|elder&size=panel|thumbnail`: as large as on the panel, or small. */
export const load: PageServerLoad = ({ url }) => {
  const panel = url.searchParams.get('panel') ?? 'portrait-21';
  const mode = url.searchParams.get('mode') ?? 'standard';
  const size = url.searchParams.get('size') === 'panel' ? 'panel' : 'thumbnail';
  const place = galleryPlace(panel);
  const millimetre = galleryMillimetre(panel, size);
  if (place === undefined || millimetre === undefined)
    error(404, `There is no panel ${panel}; known: ${portraitPanels.join(', ')}`);
  if (!isMode(mode)) error(404, 'There is no such mode');
  return { panel, mode, panels: portraitPanels, place, millimetre };
};
