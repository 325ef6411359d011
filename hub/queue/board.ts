import type { Area, Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import type { Board, BoardCall, BoardRoom, Words } from '../contract/index.ts';
import type { Line } from './lines.ts';
import { mergedOrder, type Placed } from './order.ts';
import { orderOfLine } from './order-of-line.ts';
import type { SitePlan } from './site-plan.ts';
import type { Ticket } from './ticket.ts';

const mostCalls = 8;
const mostWaiting = 24;

/** Who sits at a desk. */
export interface Seated {
  readonly name: Words;
  readonly title: Words | null;
}

export interface BoardInput {
  readonly plan: SitePlan;
  readonly area: Area;
  readonly lines: ReadonlyMap<string, Line>;
  readonly seated: ReadonlyMap<string, Seated>;
  readonly sequence: number;
  readonly now: number;
}

/** What a waiting-area screen shows, from the queues of its area. */
export function buildBoard(input: BoardInput): Board {
  const { plan, area, now } = input;
  const order = mergedOrder(
    ordersOf(
      plan,
      area.queues.map((queue) => queue.id),
      input.lines,
    ),
  );
  const tickets = area.queues.flatMap((queue) => input.lines.get(queue.id)?.tickets ?? []);
  return {
    areaId: area.id,
    hospital: plan.site.hospital.name,
    area: area.name,
    level: area.level,
    sequence: input.sequence,
    at: new Date(now).toISOString(),
    calls: callsOf(plan, tickets),
    rooms: area.rooms.map((room) => boardRoom(input, room, tickets)),
    waiting: order.slice(0, mostWaiting).flatMap(({ ticket }) => waitingOf(plan, ticket)),
    waitingCount: order.length,
    missed: missedIn(plan.site, tickets, now),
  };
}

/** The calling orders of some queues. */
export function ordersOf(
  plan: SitePlan,
  queueIds: readonly string[],
  lines: ReadonlyMap<string, Line>,
): readonly (readonly Placed[])[] {
  return queueIds.flatMap((queueId) => {
    const place = plan.queue(queueId);
    const line = lines.get(queueId);
    return place === undefined || line === undefined ? [] : [orderOfLine(line, place.policy)];
  });
}

/** What may be shown of a patient on a screen: the mask is the most that a queue knows. */
export function whoOf(site: Site, ticket: Ticket): string {
  return site.privacy.shown === 'ticket-only' ? '' : ticket.patient.maskedName;
}

function callsOf(plan: SitePlan, tickets: readonly Ticket[]): BoardCall[] {
  const calls = tickets.flatMap((ticket) => {
    const { call } = ticket;
    const room = ticket.state === 'called' && call !== null ? plan.room(call.roomId) : undefined;
    if (call === null || room === undefined) return [];
    return [
      {
        callId: call.callId,
        ticketId: ticket.id,
        label: ticket.label,
        who: whoOf(plan.site, ticket),
        room: { id: room.id, name: room.name },
        calledAt: call.calledAt,
        times: call.times,
        speech: plan.site.speech.languages.map((language) => `/api/speech/${call.callId}/${language}`),
      },
    ];
  });
  return calls.sort(newestFirst).slice(0, mostCalls);
}

/** Calls of one instant keep the order of their ids, which rise with time. */
function newestFirst(one: BoardCall, other: BoardCall): number {
  if (one.calledAt !== other.calledAt) return one.calledAt < other.calledAt ? 1 : -1;
  return one.callId < other.callId ? 1 : -1;
}

function boardRoom(input: BoardInput, room: Area['rooms'][number], tickets: readonly Ticket[]): BoardRoom {
  const { plan, area } = input;
  const places = plan.queuesInRoom(area, room.id);
  const order = mergedOrder(
    ordersOf(
      plan,
      places.map((place) => place.queue.id),
      input.lines,
    ),
  );
  const here = tickets.filter((ticket) => ticket.state === 'called' && ticket.call?.roomId === room.id);
  const serving = here.reduce<Ticket | undefined>(laterCalled, undefined);
  const seated = plan.desksInRoom(room.id).flatMap((place) => input.seated.get(place.desk.id) ?? [])[0];
  const prepare = Math.max(0, ...places.map((place) => place.policy.prepare));
  return {
    room: { id: room.id, name: room.name },
    queue: places[0]?.queue.name ?? null,
    practitioner: seated?.name ?? null,
    practitionerTitle: seated?.title ?? null,
    serving: serving?.label ?? null,
    waiting: order.length,
    prepare: order.slice(0, prepare).map(({ ticket }) => ticket.label),
  };
}

function laterCalled(one: Ticket | undefined, other: Ticket): Ticket {
  return one !== undefined && (one.call?.calledAt ?? '') > (other.call?.calledAt ?? '') ? one : other;
}

function waitingOf(plan: SitePlan, ticket: Ticket): Board['waiting'] {
  const queue = plan.queue(ticket.queueId)?.queue.name;
  return queue === undefined ? [] : [{ label: ticket.label, who: whoOf(plan.site, ticket), queue }];
}

/** Labels missed in the clinic session that runs now. */
function missedIn(site: Site, tickets: readonly Ticket[], now: number): string[] {
  const current = clinicTimeOf(site, now);
  return tickets.flatMap((ticket) => {
    if (ticket.state !== 'missed' || ticket.endedAt === null) return [];
    const missed = clinicTimeOf(site, Date.parse(ticket.endedAt));
    return missed.session === current.session && missed.businessDate === current.businessDate ? [ticket.label] : [];
  });
}
