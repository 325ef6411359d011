import { enrolInDemo } from '#lib/server/demo-enrolment.ts';
import { shippedPanels, type PanelProfile, type Site } from '@lobby/config';
import type { PageServerLoad } from './$types';

/** A browser becomes a screen by a code; from then on it shows the board of its area. */
export const load: PageServerLoad = async (event) => {
  const { hub } = event.locals;
  const { site } = hub;
  const screenId = await enrolInDemo(event, 'screen');
  const screen = site.screens.find((each) => each.id === screenId);
  const board = screen && (await hub.boards.board(screen.area));
  const panel = screen && panelOf(site, screen.panel);
  if (board === undefined || panel === undefined)
    return { stage: 'enrolment', hospital: site.hospital.name, demoScreens: demoScreens(site) } as const;
  return { stage: 'board', board, panel, timeZone: site.timeZone, volume: site.speech.volume } as const;
};

function panelOf(site: Site, id: string): PanelProfile | undefined {
  return [...site.panels, ...shippedPanels].find((panel) => panel.id === id);
}

/** The demo hospital lets a browser on its own machine be any screen. */
function demoScreens(site: Site) {
  if (site.demo?.enrolsItself !== true) return [];
  const areas = new Map(site.areas.map((area) => [area.id, area.name] as const));
  return site.screens.map(({ id, area }) => ({ id, place: areas.get(area) ?? { zh: id, en: id } }));
}
