import type { WaitTold } from '../../contract/index.ts';
import { standingOf } from '../desk-standing.ts';
import { withTicket, type Line } from '../lines.ts';
import { orderOfLine } from '../order-of-line.ts';
import type { SitePlan } from '../site-plan.ts';
import type { Ticket } from '../ticket.ts';
import { callingDesk, isAtWork, isAway, lastCalls, type DeskNow, type Moment } from './desk-now.ts';
import { forecastCalls, type CallingDesk } from './forecast.ts';
import { rangeOf } from './range.ts';
import { servesQueue } from './serving-desks.ts';

const minute = 60_000;
/** A clinic in which somebody called so short a time ago has begun. Milliseconds. */
const thisSession = 4 * 60 * minute;

/** Everything that the waits of some queues depend on, at one instant. */
export interface WaitsInput extends Moment {
  readonly plan: SitePlan;
  readonly desks: readonly DeskNow[];
  /** Desks that called from a queue on the last day that is known. */
  readonly usualDesks: (queueId: string) => ReadonlySet<string>;
}

/** How long tickets still wait: worked out from one picture of the queues, without asking anybody. */
export class Waits {
  readonly #input: WaitsInput;

  constructor(input: WaitsInput) {
    this.#input = input;
  }

  /** A queue as it is in this picture. */
  line(queueId: string): Line | undefined {
    return this.#input.lines.get(queueId);
  }

  /** The same with one queue as it has become. */
  with(line: Line): Waits {
    return new Waits({ ...this.#input, lines: new Map(this.#input.lines).set(line.queueId, line) });
  }

  /** What the patient of a ticket is told; null: it does not wait. */
  of(ticket: Pick<Ticket, 'id' | 'queueId'>): WaitTold | null {
    const place = this.#input.plan.queue(ticket.queueId);
    const line = this.#input.lines.get(ticket.queueId);
    if (place === undefined || line === undefined) return null;
    const order = orderOfLine(line, place, this.#input.now);
    const ahead = order.findIndex((placed) => placed.ticket.id === ticket.id);
    return ahead < 0 ? null : { ahead, ...this.#expected(ticket) };
  }

  /** What it would be told if it waited as it is given here. */
  if(ticket: Ticket): WaitTold | null {
    const line = this.#input.lines.get(ticket.queueId);
    return line === undefined ? null : this.with(withTicket(line, { ...ticket, state: 'waiting' })).of(ticket);
  }

  #expected({ id, queueId }: Pick<Ticket, 'id' | 'queueId'>): Omit<WaitTold, 'ahead'> {
    const serving = this.#input.desks.filter(({ place }) => servesQueue(place, queueId));
    const { state: clinic, reason } = standingOf(serving.map((desk) => (isAway(desk) ? stood(desk) : undefined)));
    if (clinic !== 'open') return { expected: null, clinic, reason };
    const desks = this.#calling(queueId, serving);
    const forecast = desks === undefined ? undefined : forecastCalls(desks, id).get(id);
    return { expected: forecast === undefined ? null : rangeOf(forecast), clinic, reason: null };
  }

  /** The desks that will call, those of other queues with which they share among them; undefined: nobody knows. */
  #calling(queueId: string, serving: readonly DeskNow[]): readonly CallingDesk[] | undefined {
    const atWork = this.#input.desks.filter((desk) => isAtWork(desk, this.#input));
    if (serving.some((desk) => atWork.includes(desk)))
      return whole(atWork.map((desk) => callingDesk(desk, this.#input)));
    const called = serving.flatMap(({ place }) => lastCalls(place, this.#input.lines));
    // They have called and do so no more, and nobody said why.
    if (called.some((at) => this.#input.now - Date.parse(at) <= thisSession)) return undefined;
    const expected = this.#expectedDesks(queueId, serving);
    return whole(expected.map((desk) => callingDesk(desk, this.#input, this.#opensIn(queueId))));
  }

  /** Before anybody has come to work: the desks of the last time, else all. */
  #expectedDesks(queueId: string, serving: readonly DeskNow[]): readonly DeskNow[] {
    const open = serving.filter((desk) => !isAway(desk));
    const usual = this.#input.usualDesks(queueId);
    const asUsual = open.filter(({ place }) => usual.has(place.desk.id));
    return asUsual.length > 0 ? asUsual : open;
  }

  /** A clinic begins with its first slot at the latest. Minutes. */
  #opensIn(queueId: string): number {
    const tickets = this.#input.lines.get(queueId)?.tickets ?? [];
    const waiting = tickets.filter(({ state }) => state === 'waiting');
    const first = Math.min(...waiting.map(({ slotStart }) => (slotStart === null ? 0 : Date.parse(slotStart))));
    return Number.isFinite(first) ? Math.max(first - this.#input.now, 0) / minute : 0;
  }
}

function stood({ standing }: DeskNow) {
  return standing === undefined ? undefined : { ...standing, practitioner: null };
}

function whole(desks: readonly (CallingDesk | undefined)[]): readonly CallingDesk[] | undefined {
  const known = desks.filter((desk) => desk !== undefined);
  return known.length < desks.length || known.length === 0 ? undefined : known;
}
