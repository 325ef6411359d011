import { createHash } from 'node:crypto';
import { placeOfScreen, shippedPanels, soundOfScreen, type Screen, type Site } from '@lobby/config';
import type { ScreenSettings } from '../contract/index.ts';

/** How a screen of the site is to look and sound. Throws for a panel that the checked site cannot lack. */
export function settingsOfScreen(site: Site, screen: Screen): ScreenSettings {
  const panel = [...site.panels, ...shippedPanels].find(({ id }) => id === screen.panel);
  if (panel === undefined) throw new Error(`there is no panel ${screen.panel}`);
  const settings: Omit<ScreenSettings, 'version'> = {
    screenId: screen.id,
    kind: screen.kind,
    service: screen.kind === 'service' ? screen.service : null,
    name: placeOfScreen(site, screen).name,
    panel,
    timeZone: site.timeZone,
    languages: screen.languages ?? ['zh', 'en'],
    sound: soundOfScreen(site, screen),
    playlist: site.playlists.find(({ id }) => id === screen.playlist)?.entries ?? [],
    guide: screen.guide,
  };
  const version = createHash('sha256').update(JSON.stringify(settings)).digest('base64url').slice(0, 12);
  return { ...settings, version };
}
