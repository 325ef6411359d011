import type { Lane } from '../../contract/index.ts';

/** A nurse has put a ticket at a place; 1 is the next to be called. */
export type NurseMove =
  | {
      readonly at: string;
      /** Place that it got at that time: it is called after `rank` − 1 calls. */
      readonly rank: number;
    }
  | {
      readonly at: string;
      /** Id of the ticket just before which it is called; at once when that one waits no more. */
      readonly before: string;
    };

/** What the order needs to know of a ticket, whatever has become of it. Instants are ISO in UTC with milliseconds. */
export interface OrderTicket {
  readonly id: string;
  readonly number: number;
  readonly label: string;
  /** Only `waiting` tickets stand in the order. */
  readonly state: string;
  readonly kind: 'appointment' | 'walk-in';
  readonly lane: Lane;
  /** Code of its priority class; null, or unknown to the policy: none. */
  readonly class: string | null;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  /** Its last check-in, also after a missed call; with `checkIn.required: false` the moment it was taken. */
  readonly checkedInAt: string;
  /** When its patient came back from tests; it counts as a check-in. */
  readonly returnedAt: string | null;
  readonly registeredNo: number | null;
  readonly misses: number;
  /** Level of an emergency that a nurse or a doctor has inserted, 1 first; null: none. */
  readonly emergency: number | null;
  readonly move: NurseMove | null;
  /** Id of the desk, or work number of the doctor, that alone is offered it. */
  readonly assignedTo: string | null;
}

/** A first call that was made today. */
export interface OrderCall {
  readonly ticketId: string;
  readonly at: string;
  /** Lane of the ticket when it was called. */
  readonly lane: Lane;
  /** Check-in from which the ticket counted when it was called; null: not known any more. */
  readonly since: string | null;
  /** Chosen by the rules: not by a doctor, a nurse's move or an emergency. */
  readonly automatic: boolean;
  readonly deskId: string | null;
  readonly workNo: string | null;
}

/** The check-in from which a ticket counts: the last one, or its return from tests. */
export function waitingSince(ticket: Pick<OrderTicket, 'checkedInAt' | 'returnedAt'>): string {
  const { checkedInAt, returnedAt } = ticket;
  return returnedAt !== null && returnedAt > checkedInAt ? returnedAt : checkedInAt;
}
