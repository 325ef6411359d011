import { millimetresOf, shippedPanels } from '@lobby/config';
import { panelProfile } from '#lib/terminal-place.server.ts';
import { sampleRules, sampleZone } from '#flows/sample-visit.ts';
import type { TerminalPlace } from '#flows/terminal-place.ts';

export const portraitPanels: readonly string[] = shippedPanels
  .filter((panel) => panel.heightPixels > panel.widthPixels)
  .map((panel) => panel.id);

/** Width of a screen among others, pixels. */
const thumbnailWidth = 300;

/** The demo hospital's terminal on the panel of this name; undefined for a panel that does not ship. */
export function galleryPlace(panel: string): TerminalPlace | undefined {
  const profile = panelProfile(panel);
  if (profile === undefined) return undefined;
  const { widthMm, heightMm } = millimetresOf(profile);
  return {
    terminalId: 'K01',
    terminal: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' },
    hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    place: { zh: '门诊一站式服务中心', en: 'Outpatient service centre' },
    panel: { widthMm, heightMm },
    guide: 'plan',
    timeZone: sampleZone,
    endsWhenCardIsTaken: false,
    volume: 0,
    identification: sampleRules,
  };
}

/** One millimetre of this panel in the gallery, as a CSS length: as many pixels as on the panel itself, or a thumbnail's. */
export function galleryMillimetre(panel: string, size: 'panel' | 'thumbnail'): string | undefined {
  const profile = panelProfile(panel);
  if (profile === undefined) return undefined;
  const { widthMm, pixelsPerMm } = millimetresOf(profile);
  return `${size === 'panel' ? pixelsPerMm : thumbnailWidth / widthMm}px`;
}
