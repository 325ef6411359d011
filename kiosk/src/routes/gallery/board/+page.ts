import { dev } from '$app/env';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Only in development: the boards are invented. */
export const load: PageLoad = () => {
  if (!dev) error(404, 'Not found');
};
