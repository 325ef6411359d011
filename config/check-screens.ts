import { shippedPanels } from './panel.ts';
import type { Screen, Site } from './schema.ts';

interface Found {
  readonly key: string;
  readonly sentence: string;
}

/** What screens, sound zones and playlists name must exist. */
export function checkScreens(site: Site): Found[] {
  return [
    ...site.screens.flatMap((screen, index) =>
      missingOf(site, screen).map(({ key, sentence }) => ({ key: `screens[${index}].${key}`, sentence })),
    ),
    ...twice('soundZones', site.soundZones),
    ...twice('playlists', site.playlists),
    ...site.soundZones.flatMap((zone, z) =>
      zone.quietHours
        .filter(({ from, to }) => from === to)
        .map(({ from }) => ({
          key: `soundZones[${z}].quietHours`,
          sentence: `"${from}" to "${from}" is no time at all; for a zone that is always quiet set its volume`,
        })),
    ),
  ];
}

function missingOf(site: Site, screen: Screen): Found[] {
  const panels = [...shippedPanels, ...site.panels].map(({ id }) => id);
  const named = [
    ...(panels.includes(screen.panel)
      ? []
      : [{ key: 'panel', sentence: `there is no panel "${screen.panel}"; known: ${panels.join(', ')}` }]),
    ...unknown('zone', screen.zone, site.soundZones, 'sound zone'),
    ...unknown('playlist', screen.playlist, site.playlists, 'playlist'),
  ];
  return [...named, ...missingPlaces(site, screen)];
}

function missingPlaces(site: Site, screen: Screen): Found[] {
  const rooms = site.areas.flatMap((area) => area.rooms);
  switch (screen.kind) {
    case 'area':
      return unknown('area', screen.area, site.areas, 'area');
    case 'door':
      return unknown('room', screen.room, rooms, 'room');
    case 'lobby':
      return (screen.areas ?? []).flatMap((area) => unknown('areas', area, site.areas, 'area'));
    case 'service': {
      const area = site.areas.find(({ id }) => id === screen.area);
      if (area === undefined) return unknown('area', screen.area, site.areas, 'area');
      return [
        ...(screen.rooms ?? []).flatMap((room) => unknown('rooms', room, area.rooms, `room in area "${area.id}"`)),
        ...(screen.queues ?? []).flatMap((queue) =>
          unknown('queues', queue, area.queues, `queue in area "${area.id}"`),
        ),
      ];
    }
  }
}

function unknown(
  key: string,
  id: string | undefined,
  known: readonly { readonly id: string }[],
  what: string,
): Found[] {
  if (id === undefined || known.some((one) => one.id === id)) return [];
  return [{ key, sentence: `there is no ${what} "${id}"` }];
}

function twice(key: string, all: readonly { readonly id: string }[]): Found[] {
  return all.flatMap(({ id }, index) =>
    all.findIndex((one) => one.id === id) === index
      ? []
      : [{ key: `${key}[${index}].id`, sentence: `"${id}" is used twice; give each its own` }],
  );
}
