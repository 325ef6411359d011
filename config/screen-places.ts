import type { Area, Bilingual, Screen, Site } from './schema.ts';

/** Where a ticket was called to. */
export interface CallPlace {
  readonly areaId: string;
  readonly roomId: string;
  readonly queueId: string;
}

/** How loud a screen is, 0 to 1, and when it is lower. Loudness 0 always: it is never heard. */
export interface ScreenSound {
  readonly volume: number;
  readonly quietHours: Site['soundZones'][number]['quietHours'];
}

/** The areas of which a screen shows something, in the order of the site. Empty where its place is no more. */
export function areasOfScreen(site: Site, screen: Screen): readonly Area[] {
  switch (screen.kind) {
    case 'area':
    case 'service':
      return site.areas.filter(({ id }) => id === screen.area);
    case 'door':
      return site.areas.filter(({ rooms }) => rooms.some(({ id }) => id === screen.room));
    case 'lobby':
      return site.areas.filter(({ id }) => screen.areas?.includes(id) ?? true);
  }
}

/** Whether a call has to be seen on a screen. The lobby tells how far clinics are and calls nobody. */
export function showsCall(screen: Screen, { areaId, roomId, queueId }: CallPlace): boolean {
  switch (screen.kind) {
    case 'area':
      return screen.area === areaId;
    case 'door':
      return screen.room === roomId;
    case 'service':
      return (
        screen.area === areaId && (screen.rooms?.includes(roomId) ?? true) && (screen.queues?.includes(queueId) ?? true)
      );
    case 'lobby':
      return false;
  }
}

/** What a screen is called: its own name, else that of the place it stands for, and the floor. */
export function placeOfScreen(site: Site, screen: Screen): { readonly name: Bilingual; readonly level: number } {
  const [area] = areasOfScreen(site, screen);
  const level =
    screen.kind === 'lobby' ? Math.min(...site.terminals.map((terminal) => terminal.level), 1) : area?.level;
  return { name: screen.name ?? usualName(screen, area) ?? { zh: screen.id, en: screen.id }, level: level ?? 0 };
}

function usualName(screen: Screen, area: Area | undefined): Bilingual | undefined {
  if (screen.kind === 'lobby') return { zh: '门诊候诊一览', en: 'Outpatient clinics today' };
  const room = screen.kind === 'door' ? area?.rooms.find(({ id }) => id === screen.room) : undefined;
  if (area === undefined || room === undefined) return area?.name;
  return { zh: `${area.name.zh} ${room.name.zh}`, en: `${area.name.en}, ${room.name.en}` };
}

/** A screen's own loudness, else its zone's, else that of its kind: doors and the lobby are silent. */
export function soundOfScreen(site: Site, screen: Screen): ScreenSound {
  const zone = site.soundZones.find(({ id }) => id === screen.zone);
  const isSilentKind = screen.kind === 'door' || screen.kind === 'lobby';
  const usual = isSilentKind && zone === undefined ? 0 : site.speech.volume;
  return { volume: screen.volume ?? zone?.volume ?? usual, quietHours: zone?.quietHours ?? [] };
}
