import type { Area, Site } from '@lobby/config';

/** The area in which a desk stands; undefined for an unknown desk. */
export function areaOfDesk(site: Site, deskId: string): Area | undefined {
  const desk = site.desks.find((each) => each.id === deskId);
  return desk && site.areas.find((area) => area.rooms.some((room) => room.id === desk.room));
}
