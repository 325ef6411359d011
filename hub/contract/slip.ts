import { z } from 'zod';

/**
 * A slip for a thermal printer: what is on it, not how it looks. The first five fields are the file format of
 * `npm run agent -- print`; the others serve tickets.
 */
export const slip = z.object({
  title: z.string().max(200),
  lines: z.array(z.object({ label: z.string().max(200), value: z.string().max(400) })).max(60),
  /** The largest thing on the slip, such as A012. */
  big: z.string().max(16).optional(),
  /** Content of a QR code. */
  qr: z.string().max(600).optional(),
  /** Small text at the end. */
  note: z.string().max(1000).optional(),
  /** Bold line under `big`: where to go. */
  heading: z.string().max(200).optional(),
  /** Quiet line under `heading`: the same in the other language. */
  subheading: z.string().max(200).optional(),
  /** Numbered or plain paragraphs under a bold title, such as what comes after. */
  sections: z
    .array(
      z.object({
        title: z.string().max(200),
        lines: z.array(z.string().max(400)).max(20),
        /** Read while walking, and by old eyes: in large type. */
        large: z.boolean().optional(),
      }),
    )
    .max(6)
    .optional(),
  /** True: marked 补打 / reprint. */
  reprint: z.boolean().optional(),
});
export type Slip = z.infer<typeof slip>;

/** Hub → agent, GET /api/visits/:id/slips/:ticketId. */
export const slipReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), slip }),
  z.object({ ok: z.literal(false), reason: z.enum(['no-such-ticket', 'visit-ended']) }),
]);
export type SlipReply = z.infer<typeof slipReply>;
