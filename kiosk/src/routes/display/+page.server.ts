import { enrolInDemo } from '#lib/server/demo-enrolment.ts';
import { placeOfScreen, type Site } from '@lobby/config';
import type { PageServerLoad } from './$types';

/** A browser becomes a screen by a code; from then on it shows the board of that screen. */
export const load: PageServerLoad = async (event) => {
  const { hub } = event.locals;
  const screenId = await enrolInDemo(event, 'screen');
  const settings = screenId === undefined ? undefined : hub.boards.settings(screenId);
  const board = settings && (await hub.boards.ofScreen(settings.screenId));
  if (board === undefined || settings === undefined)
    return { stage: 'enrolment', hospital: hub.site.hospital.name, demoScreens: demoScreens(hub.site) } as const;
  return { stage: 'board', board, settings } as const;
};

/** The demo hospital lets a browser on its own machine be any screen. */
function demoScreens(site: Site) {
  if (site.demo?.enrolsItself !== true) return [];
  return site.screens.map((screen) => ({ id: screen.id, place: placeOfScreen(site, screen).name }));
}
