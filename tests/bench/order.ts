import { presets, usualPolicy, withSettings, type PresetName } from '@lobby/config';
import type { Lane } from '@lobby/hub/contract';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { callingOrder, waitingSince, type OrderTicket } from '@lobby/hub/queue/order/index.ts';
import { milliseconds, percentile, type Figure } from './figures.ts';

const count = 1000;
const rounds = 60;
const start = Date.parse('2026-11-23T00:00:00.000Z');
const at = '2026-11-23T04:00:00.000Z';

/** The order of 1,000 waiting tickets under each preset, and what a queue without rules takes for them. */
export function measureOrder(): readonly Figure[] {
  const tickets = inventedTickets();
  const naive = timesOf(() => naiveOrder(tickets));
  const slowest = (Object.keys(presets) as PresetName[])
    .map((preset) => {
      const policy = withSettings(usualPolicy, { preset });
      return { preset, times: timesOf(() => callingOrder({ tickets, calls: [], policy, at })) };
    })
    .toSorted((one, other) => percentile(other.times, 0.5) - percentile(one.times, 0.5))[0];
  if (slowest === undefined) return [];
  const [ours, theirs] = [percentile(slowest.times, 0.5), percentile(naive, 0.5)];
  return [
    {
      what: `Order of ${count} waiting tickets with reasons, slowest preset (${slowest.preset})`,
      reached: `p50 ${milliseconds(ours)}, p95 ${milliseconds(percentile(slowest.times, 0.95))}`,
      beside: `goal 5 ms; naive, without reasons or bound: ${milliseconds(theirs)} (${(theirs / ours).toFixed(1)} times ours)`,
    },
  ];
}

function timesOf(work: () => unknown): number[] {
  for (let round = 0; round < rounds / 2; round += 1) work();
  return Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}

/** As systems without rules do it: the list is sorted anew for each call, lane by lane in turn. */
function naiveOrder(tickets: readonly OrderTicket[]): OrderTicket[] {
  const turns: readonly Lane[] = ['normal', 'normal', 'return', 'missed', 'late'];
  const left = [...tickets];
  const order: OrderTicket[] = [];
  for (let turn = 0; left.length > 0; turn += 1) {
    const lane = turns[turn % turns.length];
    const inLane = left.filter((ticket) => ticket.lane === lane).sort(byCheckIn);
    const next = inLane[0];
    if (next === undefined) continue;
    order.push(next);
    left.splice(left.indexOf(next), 1);
  }
  return order;
}

function byCheckIn(one: OrderTicket, other: OrderTicket): number {
  return waitingSince(one) < waitingSince(other) ? -1 : 1;
}

function inventedTickets(): OrderTicket[] {
  const random = seededRandom(5);
  const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return Array.from({ length: count }, (_, index) => {
    const lane = random.pick<Lane>(['normal', 'normal', 'normal', 'normal', 'return', 'missed', 'late']);
    const slot = start + random.below(18) * 20 * 60_000;
    const checkedIn = start + random.below(3 * 3600) * 1000;
    return {
      id: `t${index}`,
      number: index + 1,
      label: `A${index + 1}`,
      state: 'waiting',
      kind: random.below(3) > 0 ? 'appointment' : 'walk-in',
      lane,
      class: random.below(5) === 0 ? random.pick(['elder-80', 'veteran', 'soldier', 'level-2', 'level-3']) : null,
      slotStart: iso(slot),
      slotEnd: iso(slot + 20 * 60_000),
      checkedInAt: iso(checkedIn),
      returnedAt: lane === 'return' ? iso(checkedIn + random.below(3600) * 1000) : null,
      registeredNo: null,
      misses: lane === 'missed' ? 1 + random.below(2) : 0,
      emergency: null,
      move: null,
      assignedTo: null,
    };
  });
}
