import { placeOfScreen } from '@lobby/config';
import type { Words } from '@lobby/hub/contract';
import type { PageServerLoad } from './$types';

/** Where the screens and desks of this hospital are. Terminals are at their agents' addresses. */
export const load: PageServerLoad = ({ locals }) => {
  const { site } = locals.hub;
  const rooms = new Map(
    site.areas.flatMap((area) => area.rooms.map((room) => [room.id, joined(area.name, room.name)] as const)),
  );
  return {
    hospital: site.hospital.name,
    enrolsItself: site.demo?.enrolsItself ?? false,
    screens: site.screens.map((screen) => ({ id: screen.id, place: placeOfScreen(site, screen).name })),
    desks: site.desks.map(({ id, room }) => ({ id, place: rooms.get(room) ?? null })),
    terminals: site.terminals.map(({ id, name }) => ({ id, place: name })),
  };
};

function joined(area: Words, room: Words): Words {
  return { zh: `${area.zh} · ${room.zh}`, en: `${area.en} · ${room.en}` };
}
