import { error } from '@sveltejs/kit';
import { galleryPlace, portraitPanels } from './gallery-place.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => {
  const panel = url.searchParams.get('panel') ?? 'portrait-21';
  const place = galleryPlace(panel);
  if (place === undefined) error(404, `There is no panel ${panel}; known: ${portraitPanels.join(', ')}`);
  return { panel, panels: portraitPanels, place };
};
