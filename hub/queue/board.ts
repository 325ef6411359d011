import type { Area, Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import type { BoardCall, BoardClinic, BoardNotice, BoardRoom, DoctorOff, WaitTold, Words } from '../contract/index.ts';
import { standingOf, type DeskStanding } from './desk-standing.ts';
import type { Line } from './lines.ts';
import type { Placed } from './order/index.ts';
import { dueFirst, ordersOf } from './order-of-line.ts';
import type { QueuePlace, SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

/** Who sits at a desk. */
export interface Seated {
  readonly workNo: string;
  readonly name: Words;
  readonly title: Words | null;
}

export interface BoardInput {
  readonly plan: SitePlan;
  readonly area: Area;
  readonly lines: ReadonlyMap<string, Line>;
  readonly seated: ReadonlyMap<string, Seated>;
  /** Desks that are paused or stopped. */
  readonly standing: ReadonlyMap<string, DeskStanding>;
  /** What is told of each queue to whoever checks in now. */
  readonly waits: ReadonlyMap<string, WaitTold>;
  readonly notices: readonly BoardNotice[];
  readonly now: number;
}

/** A call before a screen says in which languages it is spoken. */
export type CallOnBoard = Omit<BoardCall, 'speech' | 'ticketSpeech'>;

/** All that screens may show of an area; each shows its part of it. */
export interface AreaPicture {
  /** Its queue lives in another system, of which nothing was heard since then. */
  readonly silentSince?: string | null;
  readonly area: Area;
  /** Every call that stands, newest first. */
  readonly calls: readonly CallOnBoard[];
  readonly rooms: readonly BoardRoom[];
  /** All who wait, in calling order. */
  readonly waiting: readonly {
    readonly label: string;
    readonly who: string;
    readonly queue: Words;
    readonly queueId: string;
  }[];
  readonly missed: readonly { readonly label: string; readonly queueId: string }[];
  readonly clinics: readonly BoardClinic[];
  readonly doctorsOff: readonly DoctorOff[];
  readonly notices: readonly BoardNotice[];
}

/** What there is to show of an area, from its queues. */
export function pictureOfArea(input: BoardInput): AreaPicture {
  const { plan, area, now } = input;
  const order = orderIn(
    input,
    area.queues.map((queue) => queue.id),
  );
  const tickets = area.queues.flatMap((queue) => input.lines.get(queue.id)?.tickets ?? []);
  const calls = callsOf(plan, tickets);
  return {
    area,
    calls,
    rooms: area.rooms.filter(({ onScreens }) => onScreens !== false).map((room) => boardRoom(input, room, tickets)),
    waiting: order.flatMap(({ ticket }) => waitingOf(plan, ticket)),
    missed: missedIn(plan.site, tickets, now),
    clinics: area.queues.flatMap((queue) => clinicOf(input, queue.id, calls)),
    doctorsOff: doctorsOffIn(input),
    notices: input.notices.filter(({ until }) => Date.parse(until) > now),
  };
}

/** What may be shown of a patient on a screen: the mask is the most that a queue knows, and some queues show the ticket alone. */
export function whoOf(plan: SitePlan, ticket: Ticket): string {
  const shown = plan.queue(ticket.queueId)?.policy.privacy.shown ?? 'ticket-only';
  return shown === 'ticket-only' ? '' : ticket.patient.maskedName;
}

function orderIn(input: BoardInput, queueIds: readonly string[]): readonly Placed<Ticket>[] {
  return dueFirst(ordersOf(input.plan, queueIds, input));
}

function callsOf(plan: SitePlan, tickets: readonly Ticket[]): CallOnBoard[] {
  const calls = tickets.flatMap((ticket) => {
    const { call } = ticket;
    const room = ticket.state === 'called' && call !== null ? plan.room(call.roomId) : undefined;
    const place = plan.queue(ticket.queueId);
    if (call === null || room === undefined || place === undefined) return [];
    return [
      {
        callId: call.callId,
        ticketId: ticket.id,
        queueId: ticket.queueId,
        label: ticket.label,
        who: whoOf(plan, ticket),
        room: { id: room.id, name: room.name },
        calledAt: call.calledAt,
        times: call.times,
        seconds: place.policy.calls.secondsOnScreen,
      },
    ];
  });
  return calls.sort(newestFirst);
}

/** Calls of one instant keep the order of their ids, which rise with time. */
function newestFirst(one: CallOnBoard, other: CallOnBoard): number {
  if (one.calledAt !== other.calledAt) return one.calledAt < other.calledAt ? 1 : -1;
  return one.callId < other.callId ? 1 : -1;
}

function boardRoom(input: BoardInput, room: Area['rooms'][number], tickets: readonly Ticket[]): BoardRoom {
  const { plan, area } = input;
  const places = plan.queuesInRoom(area, room.id);
  const order = orderIn(
    input,
    places.map((place) => place.queue.id),
  );
  const here = tickets.filter((ticket) => ticket.state === 'called' && ticket.call?.roomId === room.id);
  const serving = here.reduce<Ticket | undefined>(laterCalled, undefined);
  const desks = plan.desksInRoom(room.id).map(({ desk }) => desk.id);
  const seated = desks.flatMap((desk) => input.seated.get(desk) ?? [])[0];
  const prepare = Math.max(0, ...places.map((place) => place.policy.prepare));
  const { state, reason } = standingOf(desks.map((desk) => input.standing.get(desk)));
  return {
    room: { id: room.id, name: room.name },
    queue: places[0]?.queue.name ?? null,
    practitioner: seated?.name ?? null,
    practitionerTitle: seated?.title ?? null,
    state,
    stateReason: reason,
    serving: serving?.label ?? null,
    servingWho: serving === undefined ? '' : whoOf(plan, serving),
    servingSince: serving?.call?.calledAt ?? null,
    waiting: order.length,
    prepare: order.slice(0, prepare).map(({ ticket }) => ticket.label),
  };
}

function laterCalled(one: Ticket | undefined, other: Ticket): Ticket {
  return one !== undefined && (one.call?.calledAt ?? '') > (other.call?.calledAt ?? '') ? one : other;
}

function waitingOf(plan: SitePlan, ticket: Ticket): AreaPicture['waiting'] {
  const queue = plan.queue(ticket.queueId)?.queue.name;
  const { label, queueId } = ticket;
  return queue === undefined ? [] : [{ label, who: whoOf(plan, ticket), queue, queueId }];
}

/** Labels missed in the clinic session that runs now. */
function missedIn(site: Site, tickets: readonly Ticket[], now: number): AreaPicture['missed'] {
  const current = clinicTimeOf(site, now);
  return tickets.flatMap(({ state, endedAt, label, queueId }) => {
    if (state !== 'missed' || endedAt === null) return [];
    const missed = clinicTimeOf(site, Date.parse(endedAt));
    const isNow = missed.session === current.session && missed.businessDate === current.businessDate;
    return isNow ? [{ label, queueId }] : [];
  });
}

function clinicOf(input: BoardInput, queueId: string, calls: readonly CallOnBoard[]): BoardClinic[] {
  const { plan } = input;
  const place = plan.queue(queueId);
  if (place === undefined) return [];
  const mine = calls.filter((call) => call.queueId === queueId);
  return [
    {
      queueId,
      name: place.queue.name,
      area: place.area.name,
      level: place.area.level,
      serving: mine.map(({ label, room, calledAt }) => ({ label, room: room.name, calledAt })),
      waiting: orderIn(input, [queueId]).length,
      expected: input.waits.get(queueId)?.expected ?? null,
      state: standingOf(desksOf(plan, place).map((desk) => input.standing.get(desk))).state,
    },
  ];
}

function desksOf(plan: SitePlan, { queue, area }: QueuePlace): readonly string[] {
  const desks = area.rooms.flatMap((room) => plan.desksInRoom(room.id));
  return desks.filter(({ queues }) => queues.some((one) => one.queue.id === queue.id)).map(({ desk }) => desk.id);
}

/** Who sat at a desk whose clinic has been stopped. */
function doctorsOffIn({ plan, area, standing, seated }: BoardInput): DoctorOff[] {
  return area.rooms
    .flatMap((room) => plan.desksInRoom(room.id))
    .flatMap(({ desk, queues }) => {
      const stands = standing.get(desk.id);
      const who = stands?.state === 'stopped' ? (stands.practitioner ?? seated.get(desk.id)) : undefined;
      const clinic = queues[0]?.queue.name;
      return who === undefined || clinic === undefined ? [] : [{ name: who.name, title: who.title, clinic }];
    });
}
