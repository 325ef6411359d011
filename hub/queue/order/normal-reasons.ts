import type { QueuePolicy } from '@lobby/config';
import type { NormalReason } from './because.ts';
import type { Stand } from './stand.ts';
import type { OrderTicket } from './ticket-in-order.ts';

/** Why those stand where they stand who are in the normal lane by nothing but their slot and check-in. */
export function normalReasons(
  policy: QueuePolicy,
  lane: {
    readonly tickets: readonly OrderTicket[];
    readonly stands: readonly Stand[];
    /** Numbers of the tickets in the order of the lane. */
    readonly normal: readonly number[];
  },
): ReadonlyMap<number, NormalReason> {
  const regular = lane.normal.filter((index) => isRegular(lane.stands[index]));
  const tickets = regular.flatMap((index) => lane.tickets[index] ?? []);
  const reasons = reasonsOf(policy.appointments, tickets);
  return new Map(
    regular.flatMap((index, at) => {
      const reason = reasons[at];
      return reason === undefined ? [] : [[index, reason] as const];
    }),
  );
}

function isRegular(stand: Stand | undefined): boolean {
  return stand?.line === 'normal' && stand.part === 'regular';
}

function reasonsOf(rule: QueuePolicy['appointments'], tickets: readonly OrderTicket[]): NormalReason[] {
  switch (rule.rule) {
    case 'by-check-in':
      return tickets.map((_, index) => ({ rule: 'check-in', after: tickets[index - 1]?.label ?? null }));
    case 'ratio':
      return tickets.map(({ kind, slotStart }) => {
        return { rule: 'mix', kind, slotStart, appointments: rule.appointments, walkIns: rule.walkIns };
      });
    case 'by-slot':
    case 'first':
      return slotReasons(rule.rule === 'first' ? 'first' : 'slot', tickets);
  }
}

function slotReasons(rule: 'first' | 'slot', tickets: readonly OrderTicket[]): NormalReason[] {
  const slots = rule === 'first' ? tickets.map(({ slotStart }) => slotStart) : slotsOf(tickets);
  const groups = new Set(tickets.map(({ kind }, index) => groupOf(slots[index], kind)));
  const kinds = new Set(tickets.map(({ kind }) => kind));
  const isAlike = (index: number, other: number): boolean =>
    tickets[index]?.kind === tickets[other]?.kind && slots[index] === slots[other];
  return tickets.map(({ kind, slotStart }, index) => {
    const otherKind = kind === 'walk-in' ? 'appointment' : 'walk-in';
    return {
      rule,
      kind,
      slotStart,
      after: index > 0 && isAlike(index, index - 1) ? (tickets[index - 1]?.label ?? null) : null,
      beforeOthers: index + 1 < tickets.length && isAlike(index, index + 1),
      besideOtherKind: rule === 'first' ? kinds.has(otherKind) : groups.has(groupOf(slots[index], otherKind)),
    };
  });
}

/** Slot of each ticket; null for walk-ins before the first slot. */
function slotsOf(tickets: readonly OrderTicket[]): readonly (string | null)[] {
  let running: string | null = null;
  return tickets.map(({ slotStart }) => (running = slotStart ?? running));
}

function groupOf(slot: string | null | undefined, kind: OrderTicket['kind']): string {
  return `${slot ?? ''} ${kind}`;
}
