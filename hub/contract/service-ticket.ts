import { z } from 'zod';

/** What at the hospital gives a ticket of a pharmacy, a laboratory or imaging. */
export const serviceOccasions = ['payment', 'order'] as const;

/**
 * Hospital information system → hub, POST /api/operator/service-tickets: a payment was made, or an order was placed.
 * The same `reference` (number of the payment or order) gives the same ticket.
 */
export const serviceTicketWish = z.object({
  because: z.enum(serviceOccasions),
  reference: z.string().min(1).max(64),
  queueId: z.string().min(1).max(40),
  patientId: z.string().min(1).max(64),
});
export type ServiceTicketWish = z.infer<typeof serviceTicketWish>;

export const serviceTicketRefusals = [
  'queue-unknown',
  'not-given-there', // the queue gives no tickets on such an occasion
  'session-closed',
  'patient-unknown',
  'hospital-unavailable',
] as const;
export type ServiceTicketReply =
  | { readonly ok: true; readonly ticketId: string; readonly label: string; readonly already: boolean }
  | { readonly ok: false; readonly reason: (typeof serviceTicketRefusals)[number] };

/**
 * Hospital information system → hub, POST /api/operator/reports: how many reports of an appointment's tests are ready,
 * of how many. Said again it does no harm; an earlier word that comes late takes nothing back.
 */
export const reportsReady = z.object({
  appointmentId: z.string().min(1).max(64),
  ready: z.number().int().min(0).max(99),
  awaited: z.number().int().min(1).max(99),
});
export type ReportsReady = z.infer<typeof reportsReady>;
