import type { Ticket, TicketKind } from './ticket.ts';

/** Why a ticket of the normal lane stands where it stands. */
export interface SlotReason {
  readonly rule: 'slot';
  readonly kind: TicketKind;
  /** Its slot among those of the tickets that wait; a walk-in stands in the slot that runs when it checks in. */
  readonly slot: 'this' | 'next' | 'later';
  /** Label of the one before it in its slot, of the same kind, who checked in earlier; null for the first. */
  readonly after: string | null;
  /** Others of its slot and kind, who checked in later, stand behind it. */
  readonly beforeOthers: boolean;
  /** Tickets of the other kind stand in its slot: walk-ins behind an appointment, appointments before a walk-in. */
  readonly besideOtherKind: boolean;
}

/** Reasons of the normal lane, one for each ticket; `tickets` in the order of the lane. */
export function slotReasons(tickets: readonly Ticket[]): readonly SlotReason[] {
  const slots = slotsOf(tickets);
  const order = [...new Set(slots.filter((slot) => slot !== null))];
  const groups = new Set(tickets.map(({ kind }, index) => groupOf(slots[index], kind)));
  const isAlike = (index: number, other: number): boolean =>
    tickets[index]?.kind === tickets[other]?.kind && slots[index] === slots[other];
  return tickets.map(({ kind }, index) => {
    const slot = slots[index] ?? null;
    return {
      rule: 'slot',
      kind,
      slot: slot === null ? 'this' : ((['this', 'next'] as const)[order.indexOf(slot)] ?? 'later'),
      after: index > 0 && isAlike(index, index - 1) ? (tickets[index - 1]?.label ?? null) : null,
      beforeOthers: index + 1 < tickets.length && isAlike(index, index + 1),
      besideOtherKind: groups.has(groupOf(slot, kind === 'walk-in' ? 'appointment' : 'walk-in')),
    };
  });
}

/** Slot of each ticket; null for walk-ins before the first slot. */
function slotsOf(tickets: readonly Ticket[]): readonly (string | null)[] {
  let running: string | null = null;
  return tickets.map(({ slotStart }) => (running = slotStart ?? running));
}

function groupOf(slot: string | null | undefined, kind: TicketKind): string {
  return `${slot ?? ''} ${kind}`;
}
