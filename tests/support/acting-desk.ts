import type { Site } from '@lobby/config';
import type { DeskAction, DeskReply, DeskTicket, DeskView } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { demoSite, newKey, sitDown } from './test-hub.ts';
import { siteWithEachRole } from './staff-of-each-role.ts';

type Wish<Action> = Action extends DeskAction ? Omit<Action, 'key'> & { readonly key?: string } : never;
export type DeskWish = Wish<DeskAction>;

/** Somebody at a desk. */
export interface ActingDesk {
  act(wish: DeskWish): Promise<DeskReply>;
  view(): Promise<DeskView>;
  /** The view after an action that is done. */
  done(wish: DeskWish): Promise<DeskView>;
  /** Why an action is refused. */
  refused(wish: DeskWish): Promise<string>;
}

export async function deskOf(hub: OpenHub, deskId: string, workNo: string): Promise<ActingDesk> {
  const token = await sitDown(hub, deskId, workNo);
  const act = (wish: DeskWish): Promise<DeskReply> => hub.desks.act(deskId, token, { key: newKey(), ...wish });
  return {
    act,
    view: async () => {
      const view = await hub.desks.view(deskId, workNo);
      if (view === undefined) throw new Error(`no desk ${deskId}`);
      return view;
    },
    done: async (wish) => {
      const reply = await act(wish);
      if (!reply.ok) throw new Error(`${wish.action} was refused: ${reply.reason}, ${reply.said.en}`);
      return reply.view;
    },
    refused: async (wish) => {
      const reply = await act(wish);
      return reply.ok ? 'done' : reply.reason;
    },
  };
}

/** A ticket as an action names it. */
export function refOf(ticket: Pick<DeskTicket, 'ticketId' | 'version'> | null | undefined) {
  return { ticketId: ticket?.ticketId ?? 'nobody', version: ticket?.version ?? 0 };
}

/** The demo site with one account of each role and three doctors, a triage desk in cardiology, and rules of one's own. */
export function actingSite(policy: Site['areas'][number]['queues'][number]['policy'] = {}): Site {
  const site = siteWithEachRole();
  const doctors = demoSite().demo?.staff.filter(({ role }) => role === 'doctor') ?? [];
  const others = site.demo?.staff.filter(({ role }) => role !== 'doctor') ?? [];
  const areas = site.areas.map((area) => {
    if (area.id !== 'cardiology-3f') return area;
    const rooms = area.rooms.filter(({ id }) => id !== 'card-triage');
    const triage = { id: 'card-triage', name: { zh: '分诊台', en: 'Triage' }, onScreens: false };
    const queues = area.queues.map((queue) => ({ ...queue, policy, tickets: ['by-hand' as const] }));
    return { ...area, rooms: [...rooms, triage], queues };
  });
  const desks = site.desks.filter(({ id }) => id !== 'D-card-triage');
  const triage = { id: 'D-card-triage', room: 'card-triage', queues: ['cardiology'], kind: 'triage' as const };
  return {
    ...site,
    areas,
    desks: [...desks, triage],
    ...(site.demo !== undefined && { demo: { ...site.demo, staff: [...doctors, ...others] } }),
  };
}
