import type { PageServerLoad } from './$types';

/** Where the screens and desks of this hospital are. Terminals are at their agents' addresses. */
export const load: PageServerLoad = ({ locals }) => {
  const { site } = locals.hub;
  const rooms = new Map(site.areas.flatMap((area) => area.rooms.map((room) => [room.id, room.name] as const)));
  const areas = new Map(site.areas.map((area) => [area.id, area.name] as const));
  return {
    hospital: site.hospital.name,
    enrolsItself: site.demo?.enrolsItself ?? false,
    screens: site.screens.map(({ id, area }) => ({ id, place: areas.get(area) ?? null })),
    desks: site.desks.map(({ id, room }) => ({ id, place: rooms.get(room) ?? null })),
    terminals: site.terminals.map(({ id, name }) => ({ id, place: name })),
  };
};
