import type { QueuePolicy } from '@lobby/config';
import { forecastCalls, type CallingDesk } from '../estimates/forecast.ts';
import { rangeOf } from '../estimates/range.ts';
import type { VisitTime } from '../estimates/visit-time.ts';
import { mergedOrder, type OrderTicket } from '../order/index.ts';
import type { DurationPlan } from './day-plan.ts';
import type { PlayedDesk } from './played-desk.ts';
import type { PlayedQueue } from './played-queue.ts';

/** The range in which a patient was told to be called; milliseconds since the epoch. */
export interface ToldWait {
  readonly from: number;
  readonly until: number;
}

const minute = 60_000;

/** What those who begin to wait now are told, by the hub's own forecast; how long visits usually take is known. */
export function toldWaits(
  desks: readonly PlayedDesk[],
  hall: { readonly queues: readonly PlayedQueue[]; readonly policy: QueuePolicy; readonly now: number },
): (ticketId: string) => ToldWait | null {
  const { now } = hall;
  const calling = desks.flatMap((desk) => callingDesk(desk, hall) ?? []);
  const forecasts = forecastCalls(calling);
  return (ticketId) => {
    const forecast = forecasts.get(ticketId);
    if (forecast === undefined) return null;
    const { fromMinutes, toMinutes } = rangeOf(forecast);
    return { from: now + fromMinutes * minute, until: now + toMinutes * minute };
  };
}

/** Undefined: it calls nobody any more. */
function callingDesk(
  desk: PlayedDesk,
  { queues, policy, now }: Parameters<typeof toldWaits>[1],
): CallingDesk | undefined {
  const { plan } = desk;
  const opensIn = desk.opensIn(now);
  const usual = plan.service[0];
  if (opensIn === undefined || usual === undefined) return undefined;
  const { rotation, weight } = policy.desk;
  const orders = plan.queues.flatMap((index) => {
    const queue = queues[index];
    return queue === undefined ? [] : [{ queueId: queue.id, order: queue.order(now), weight }];
  });
  const rule = rotation === 'weights' ? { rule: rotation, called: desk.called } : { rule: rotation };
  const visit = visitTime(usual.first);
  return {
    offered: mergedOrder<OrderTicket>(orders, rule).map(({ ticket }) => {
      return { ticketId: ticket.id, visit: ticket.lane === 'return' ? visitTime(usual.again) : visit };
    }),
    freeIn: opensIn > 0 ? { mean: opensIn / minute, spread: 0 } : freeIn(desk, now, visit),
    visit,
    atRoom: 0,
    roomLimit: 0,
  };
}

/** The longer a visit has taken, the less is left of it, but never nothing. */
function freeIn({ servesSince }: PlayedDesk, now: number, visit: VisitTime): VisitTime {
  if (servesSince === undefined) return { mean: 0, spread: 0 };
  const taken = (now - servesSince) / minute;
  return { mean: Math.max(visit.mean - taken, visit.mean / 4), spread: visit.spread };
}

/** Mean and deviation of a lognormal time. */
function visitTime({ median, sigma }: DurationPlan): VisitTime {
  const mean = (median / minute) * Math.exp(sigma ** 2 / 2);
  return { mean, spread: mean * Math.sqrt(Math.exp(sigma ** 2) - 1) };
}
