import { dev } from '$app/env';
import { LOBBY_GALLERY } from '$app/env/private';
import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** The gallery is for whoever works on the screens: in development, or where LOBBY_GALLERY=1 asks for it. */
export const load: LayoutServerLoad = () => {
  if (!dev && !LOBBY_GALLERY) error(404, 'Not found');
};
