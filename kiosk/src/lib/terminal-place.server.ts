import { millimetresOf, shippedPanels, type PanelProfile, type Site } from '@lobby/config';
import type { TerminalPlace } from '#flows/terminal-place.ts';

/** What a terminal's page must know of its place; undefined for a terminal that the site does not have. */
export function terminalPlace(site: Site, terminalId: string): TerminalPlace | undefined {
  const terminal = site.terminals.find((one) => one.id === terminalId);
  if (terminal === undefined) return undefined;
  const panel = panelProfile(terminal.panel, site.panels);
  if (panel === undefined) return undefined;
  const { widthMm, heightMm } = millimetresOf(panel);
  return {
    terminalId,
    terminal: terminal.name,
    hospital: site.hospital.name,
    place: site.hospital.place,
    panel: { widthMm, heightMm },
    timeZone: site.timeZone,
    endsWhenCardIsTaken: terminal.endsWhenCardIsTaken,
    volume: terminal.volume ?? site.speech.terminalVolume,
  };
}

/** A panel profile by its name; a site's own come first. */
export function panelProfile(id: string, ofSite: readonly PanelProfile[] = []): PanelProfile | undefined {
  return [...ofSite, ...shippedPanels].find((panel) => panel.id === id);
}
