import { demoAccounts } from '#lib/server/demo-accounts.ts';
import { areaOfDesk } from '#lib/server/desk-place.ts';
import { enrolInDemo, enrolsItself } from '#lib/server/demo-enrolment.ts';
import { loginCookie } from '#lib/server/devices.ts';
import type { Site } from '@lobby/config';
import type { StaffRole } from '@lobby/hub/contract';
import type { RequestEvent } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** A browser becomes a desk by a code, then a person logs in at it, then it is their desk. */
export const load: LayoutServerLoad = async (event) => {
  const { hub } = event.locals;
  const { hospital, timeZone } = hub.site;
  const deskId = await enrolInDemo(event, 'desk');
  const place = deskId === undefined ? undefined : placeOfDesk(hub.site, deskId);
  if (deskId === undefined || place === undefined)
    return { stage: 'enrolment', hospital: hospital.name, desks: demoDesks(event) } as const;
  const workNo = await hub.desks.loggedIn(deskId, event.cookies.get(loginCookie));
  const view = workNo === undefined ? undefined : await hub.desks.view(deskId, workNo);
  if (view === undefined)
    return {
      stage: 'login',
      hospital: hospital.name,
      place,
      accounts: demoAccounts(hub.site, rolesAt(hub.site, deskId)),
    } as const;
  return { stage: 'desk', view, timeZone } as const;
};

/** Who usually works at such a desk. */
function rolesAt(site: Site, deskId: string): readonly StaffRole[] {
  const kind = site.desks.find(({ id }) => id === deskId)?.kind ?? 'consulting';
  return ({ consulting: ['doctor', 'nurse'], triage: ['nurse'], window: ['cashier', 'nurse'] } as const)[kind];
}

function placeOfDesk(site: Site, deskId: string) {
  const area = areaOfDesk(site, deskId);
  const desk = site.desks.find((each) => each.id === deskId);
  const room = area?.rooms.find((each) => each.id === desk?.room);
  return area && room && { area: area.name, room: room.name };
}

/** The demo hospital lets a browser on its own machine be any desk. */
function demoDesks(event: RequestEvent) {
  if (!enrolsItself(event)) return [];
  const { site } = event.locals.hub;
  return site.desks.slice(0, 4).flatMap(({ id }) => {
    const place = placeOfDesk(site, id);
    return place === undefined ? [] : [{ id, ...place }];
  });
}
