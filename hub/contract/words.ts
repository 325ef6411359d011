import { z } from 'zod';

/** A text in both languages of the product. */
export const words = z.object({ zh: z.string(), en: z.string() });
export type Words = z.infer<typeof words>;

/** An instant as an ISO 8601 string in UTC with milliseconds, such as 2026-11-23T00:52:00.000Z. */
export const instant = z.iso.datetime({ offset: true });

/** A key that the page or the agent makes once for each thing it wants done; the same key gets the same reply. */
export const writeKey = z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'a key of 8 to 64 letters, digits and hyphens');
