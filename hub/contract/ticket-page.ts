import { z } from 'zod';
import { ticketStates } from './desk-actions.ts';
import { instant, words } from './words.ts';
import { waitTold } from './wait.ts';

/**
 * Hub → a patient's own phone, under the address on the slip, until the business day is over: the ticket and nothing of
 * the patient.
 */
export const ticketPage = z.object({
  hospital: words,
  label: z.string(),
  state: z.enum(ticketStates),
  queue: words,
  /** Where to wait, or the room when called. */
  place: words,
  level: z.number().int(),
  /** Null: it does not wait. */
  wait: waitTold.nullable(),
  reports: z.object({ ready: z.number().int(), awaited: z.number().int() }).nullable(),
  calledAt: instant.nullable(),
  /** When the hub made this. */
  at: instant,
  /** The page is gone from then on. */
  until: instant,
  /** Sequence of the last event that it takes into account. */
  sequence: z.number().int(),
});
export type TicketPage = z.infer<typeof ticketPage>;
