import type { VisitTime } from './visit-time.ts';

/** A desk that calls, as far as the next calls depend on it. Minutes. */
export interface CallingDesk {
  /** Whom it would call, first first. Tickets may be offered at several desks. */
  readonly offered: readonly { readonly ticketId: string; readonly visit: VisitTime }[];
  /** Until it calls again: what is left of the present visit, or the time until it opens. */
  readonly freeIn: VisitTime;
  /** How long its visits take, of those who are called already and wait at the room. */
  readonly visit: VisitTime;
  /** How many wait at the room, and how many may (二次候诊); 0: nobody is called ahead. */
  readonly atRoom: number;
  readonly roomLimit: number;
}

/** In how many minutes a ticket is called, and the standard deviation of that. */
export interface CallForecast {
  readonly after: number;
  readonly spread: number;
}

interface Turn {
  readonly desk: CallingDesk;
  at: number;
  /** Of `at`, squared minutes. */
  variance: number;
  atRoom: number;
  next: number;
}

/**
 * Lets the desks call one after the other, each whom it is offered, whenever a visit ends. A ticket is called when a
 * place at the room is free, else when the room is. `until`: the ticket that alone is wanted; left out: all.
 */
export function forecastCalls(desks: readonly CallingDesk[], until?: string): ReadonlyMap<string, CallForecast> {
  const forecasts = new Map<string, CallForecast>();
  const turns = desks.map((desk): Turn => ({
    desk,
    at: desk.freeIn.mean,
    variance: desk.freeIn.spread ** 2,
    atRoom: desk.atRoom,
    next: 0,
  }));
  for (;;) {
    const turn = earliest(turns, forecasts);
    if (turn === undefined || (until !== undefined && forecasts.has(until))) return forecasts;
    takeTurn(turn, forecasts);
  }
}

/** The desk that calls next, of those that still have somebody to call. */
function earliest(turns: readonly Turn[], called: ReadonlyMap<string, CallForecast>): Turn | undefined {
  let first: Turn | undefined;
  for (const turn of turns) {
    if (head(turn, called) === undefined) continue;
    if (first === undefined || turn.at < first.at) first = turn;
  }
  return first;
}

function takeTurn(turn: Turn, called: Map<string, CallForecast>): void {
  const { desk } = turn;
  const call = (): VisitTime => {
    const ticket = head(turn, called);
    if (ticket === undefined) return desk.visit;
    called.set(ticket.ticketId, { after: turn.at, spread: Math.sqrt(turn.variance) });
    return ticket.visit;
  };
  let visit = desk.visit;
  if (turn.atRoom > 0) turn.atRoom -= 1;
  else visit = call();
  while (turn.atRoom < desk.roomLimit && head(turn, called) !== undefined) {
    visit = call();
    turn.atRoom += 1;
  }
  turn.at += visit.mean;
  turn.variance += visit.spread ** 2;
}

function head(turn: Turn, called: ReadonlyMap<string, CallForecast>): CallingDesk['offered'][number] | undefined {
  const { offered } = turn.desk;
  while (turn.next < offered.length && called.has(offered[turn.next]?.ticketId ?? '')) turn.next += 1;
  return offered[turn.next];
}
