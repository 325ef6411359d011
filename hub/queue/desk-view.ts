import { showsCall } from '@lobby/config';
import { clinicTimeOf, wallTime } from '../business-date.ts';
import type { DeskQueue, DeskServing, DeskTicket, DeskView, DeskWaiting } from '../contract/index.ts';
import type { PersonAtDesk } from '../fleet/logins.ts';
import type { DeskState } from './acts/desk-states.ts';
import type { Alarm } from './acts/panic.ts';
import { pauseReasonsOf } from './acts/pause-reasons.ts';
import { classesOf } from './acts/priority-classes.ts';
import { allowedActions } from './acts/roles.ts';
import { beforeRoom, servedAt } from './acts/served.ts';
import { undoUntil } from './acts/undo-time.ts';
import type { Seated } from './board.ts';
import { finishedAt, neighbourOf, stateReason } from './desk-neighbours.ts';
import { deskTicketOf } from './desk-ticket.ts';
import type { Line } from './lines.ts';
import { orderAtDesk } from './desk-order.ts';
import { dueFirst, ordersOf } from './order-of-line.ts';
import { reasonWords, type Placed } from './order/index.ts';
import type { DeskPlace, QueuePlace, SitePlan } from './site-plan.ts';
import type { Ticket, TicketState } from './ticket.ts';

export interface DeskViewInput {
  readonly plan: SitePlan;
  readonly place: DeskPlace;
  /** Every desk of the area. */
  readonly neighbours: readonly DeskPlace[];
  /** Every queue of the area. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly person: PersonAtDesk | undefined;
  readonly seated: ReadonlyMap<string, Seated>;
  /** By call. */
  readonly shown: ReadonlyMap<string, DeskServing['shown']>;
  readonly screens: DeskView['screens'];
  readonly states: ReadonlyMap<string, DeskState>;
  readonly broadcasts: DeskView['broadcasts'];
  readonly alarms: readonly Alarm[];
  readonly keptAtHospital: DeskView['keptAtHospital'];
  readonly sequence: number;
  readonly at: string;
}

/** What a desk shows: whom it serves, who waits and why in this order, and how the others of its area are. */
export function buildDeskView(input: DeskViewInput): DeskView {
  const { plan, place } = input;
  const seated = input.seated.get(place.desk.id);
  return {
    deskId: place.desk.id,
    kind: place.kind,
    hospital: plan.site.hospital.name,
    area: place.area.name,
    room: place.room.name,
    queues: place.queues.map(({ queue }) => queue.name),
    queueList: place.queues.map((queue) => queueOf(input, queue)),
    staff: seated === undefined ? null : { name: seated.name, title: seated.title },
    person: personOf(input.person),
    may: input.person === undefined ? [] : [...allowedActions(input.person.role, place.kind)],
    ...peopleOf(input),
    ...todayOf(input),
    screens: input.screens,
    desks: desksOf(input),
    transferTo: transferTo(plan),
    ...closedOf(input),
    broadcasts: input.broadcasts,
    alarms: alarmsOf(input),
    keptAtHospital: input.keptAtHospital,
    pauseReasons: pauseReasonsOf(place).map(({ code, name }) => ({ code, name })),
    sequence: input.sequence,
    at: input.at,
  };
}

function personOf(person: PersonAtDesk | undefined): DeskView['person'] {
  if (person === undefined) return null;
  return { staffId: person.workNo, role: person.role, name: person.name, title: person.title };
}

function queueOf({ plan, lines, at }: DeskViewInput, place: QueuePlace): DeskQueue {
  const { queue } = place;
  return {
    queueId: queue.id,
    name: queue.name,
    kind: queue.kind ?? 'clinic',
    waiting: ordersOf(plan, [queue.id], { lines, now: Date.parse(at) })[0]?.order.length ?? 0,
    mirrored: lines.get(queue.id)?.mirrored ?? false,
    byHand: queue.tickets?.includes('by-hand') ?? false,
    classes: classesOf(place).map(({ code, name, level }) => ({ code, name, level })),
  };
}

type People = 'serving' | 'servings' | 'roomWaiting' | 'waiting' | 'held' | 'atTests' | 'missed' | 'lastCall';

function peopleOf(input: DeskViewInput): Pick<DeskView, People> {
  const { plan, place, lines } = input;
  const { businessDate } = clinicTimeOf(plan.site, Date.parse(input.at));
  const ticketOf = (ticket: Ticket): DeskTicket => deskTicketOf(plan, ticket, businessDate);
  const called = (tickets: readonly Ticket[]): DeskServing[] =>
    tickets.flatMap((ticket) => servingOf(input, ticket, ticketOf) ?? []);
  const servings = called(servedAt(lines.values(), place.desk.id));
  const roomWaiting = called(beforeRoom(lines.values(), place.desk.id));
  const inState = (state: TicketState): DeskTicket[] =>
    ownTickets(input)
      .filter((ticket) => ticket.state === state)
      .map(ticketOf);
  const now = Date.parse(input.at);
  const order = dueFirst(ordersOf(plan, queueIds(place), { lines, now }));
  const offered = offeredHere(input);
  return {
    serving: servings.at(-1) ?? null,
    servings,
    roomWaiting,
    waiting: inTurnHere(order, offered).map((placed) => waitingOf(input, placed, { ticketOf, offered })),
    held: inState('held'),
    atTests: inState('at-tests'),
    missed: inState('missed'),
    lastCall: lastCallOf([...servings, ...roomWaiting]),
  };
}

/** What this desk is offered, in its own order: several queues may take turns here by weights. */
function offeredHere({ place, lines, person, at }: DeskViewInput): ReadonlyMap<string, Placed<Ticket>> {
  const order = orderAtDesk(place, { lines, workNo: person?.workNo, now: Date.parse(at) });
  return new Map(order.map((placed) => [placed.ticket.id, placed]));
}

/** First those whom the desk may call, as it would call them, then those of others. */
function inTurnHere(
  order: readonly Placed<Ticket>[],
  offered: ReadonlyMap<string, Placed<Ticket>>,
): readonly Placed<Ticket>[] {
  return [...offered.values(), ...order.filter(({ ticket }) => !offered.has(ticket.id))];
}

function waitingOf(
  { plan }: DeskViewInput,
  { ticket, because, overtaken }: Placed<Ticket>,
  known: { readonly ticketOf: (ticket: Ticket) => DeskTicket; readonly offered: ReadonlyMap<string, unknown> },
): DeskWaiting {
  return {
    ...known.ticketOf(ticket),
    reason: reasonWords(because, (instant) => wallTime(plan.site.timeZone, instant)),
    overtaken,
    mayCallNext: known.offered.has(ticket.id),
  };
}

function servingOf(
  { plan, place, shown, screens, at }: DeskViewInput,
  ticket: Ticket,
  ticketOf: (ticket: Ticket) => DeskTicket,
): DeskServing | undefined {
  const { call } = ticket;
  if (call === null) return undefined;
  const { callId, calledAt, times } = call;
  const goesTo = { areaId: place.area.id, roomId: call.roomId, queueId: ticket.queueId };
  const hung = new Set(screens.map(({ screenId }) => screenId));
  const showing = plan.site.screens.filter((screen) => hung.has(screen.id) && showsCall(screen, goesTo));
  return {
    ...ticketOf(ticket),
    callId,
    calledAt,
    times,
    undoUntil: undoUntil(call, Date.parse(at)),
    shown: [...(shown.get(callId) ?? [])],
    expected: showing.map(({ id }) => id),
  };
}

function lastCallOf(calls: readonly DeskServing[]): DeskView['lastCall'] {
  const newest = calls.toSorted((one, other) => (one.callId < other.callId ? 1 : -1))[0];
  if (newest?.undoUntil === undefined || newest.undoUntil === null) return null;
  const { callId, ticketId, label, undoUntil: until } = newest;
  return { callId, ticketId, label, undoUntil: until };
}

function todayOf(input: DeskViewInput): Pick<DeskView, 'seenToday' | 'averageSeconds'> {
  const { plan, place } = input;
  const { businessDate } = clinicTimeOf(plan.site, Date.parse(input.at));
  const finished = finishedAt(ownLines(input), place.desk.id, businessDate);
  return { seenToday: finished.length, averageSeconds: averageSeconds(finished) };
}

/** Mean time from the first call to the finish. */
function averageSeconds(finished: readonly Ticket[]): number | null {
  const seconds = finished.flatMap((ticket) => secondsOf(ticket) ?? []);
  if (seconds.length === 0) return null;
  return Math.round(seconds.reduce((sum, one) => sum + one, 0) / seconds.length);
}

/** Of those who have left nothing changes, and their desk sees the mean at each call. */
const knownSeconds = new WeakMap<Ticket, number>();

function secondsOf(ticket: Ticket): number | undefined {
  const { call, endedAt } = ticket;
  if (call === null || endedAt === null) return undefined;
  const known = knownSeconds.get(ticket);
  if (known !== undefined) return known;
  const seconds = (Date.parse(endedAt) - Date.parse(call.firstCalledAt)) / 1000;
  knownSeconds.set(ticket, seconds);
  return seconds;
}

function desksOf(input: DeskViewInput): DeskView['desks'] {
  const { plan, lines, seated, states } = input;
  const { businessDate } = clinicTimeOf(plan.site, Date.parse(input.at));
  return input.neighbours.map((place) => {
    const { id } = place.desk;
    return neighbourOf(place, { lines, seated: seated.get(id), state: states.get(id), businessDate });
  });
}

function transferTo(plan: SitePlan): DeskView['transferTo'] {
  return plan.site.areas.flatMap((area) => {
    const desks = plan.desksInArea(area.id).filter(({ kind }) => kind !== 'triage');
    return area.queues.map(({ id, name }) => ({
      queueId: id,
      name,
      area: area.name,
      desks: desks
        .filter(({ queues }) => queues.some(({ queue }) => queue.id === id))
        .map(({ desk, room }) => ({ deskId: desk.id, room: room.name })),
    }));
  });
}

function closedOf({ place, states }: DeskViewInput): Pick<DeskView, 'paused' | 'stopped'> {
  const state = states.get(place.desk.id);
  const closed = state === undefined ? null : { reason: stateReason(place, state), since: state.since };
  return { paused: state?.state === 'paused' ? closed : null, stopped: state?.state === 'stopped' ? closed : null };
}

function alarmsOf({ plan, alarms }: DeskViewInput): DeskView['alarms'] {
  return alarms.map(({ id, deskId, at }) => {
    const room = plan.desk(deskId)?.room.name ?? { zh: deskId, en: deskId };
    return { id, deskId, room, at };
  });
}

function ownTickets(input: DeskViewInput): readonly Ticket[] {
  return ownLines(input).flatMap((line) => line.tickets);
}

function ownLines({ place, lines }: DeskViewInput): readonly Line[] {
  return queueIds(place).flatMap((queueId) => lines.get(queueId) ?? []);
}

function queueIds(place: DeskPlace): readonly string[] {
  return place.queues.map(({ queue }) => queue.id);
}
