import { z } from 'zod';
import { instant, words } from './words.ts';

/** One call as a screen shows and speaks it. `who` is masked, or empty where only the ticket may be shown. */
export const boardCall = z.object({
  callId: z.string(),
  ticketId: z.string(),
  label: z.string(),
  who: z.string(),
  room: z.object({ id: z.string(), name: words }),
  calledAt: instant,
  /** 1 for the first call, 2 and more for recalls. */
  times: z.number().int(),
  /** Path of the spoken call, audio/wav, one per language in speaking order. */
  speech: z.array(z.string()),
  /** Paths of clips that say the ticket and the room alone, for a screen on which many calls wait; where the hub has them. */
  ticketSpeech: z.array(z.string()).optional(),
});
export type BoardCall = z.infer<typeof boardCall>;

export const boardRoom = z.object({
  room: z.object({ id: z.string(), name: words }),
  queue: words.nullable(),
  /** Who sits at the desk, when somebody has logged in. */
  practitioner: words.nullable(),
  practitionerTitle: words.nullable(),
  /** Ticket that is being served or was called last and has not finished. */
  serving: z.string().nullable(),
  waiting: z.number().int(),
  /** Labels of the next tickets: please get ready. */
  prepare: z.array(z.string()),
});
export type BoardRoom = z.infer<typeof boardRoom>;

/** Everything a waiting-area screen shows. Calls: newest first, at most 8. */
export const board = z.object({
  areaId: z.string(),
  hospital: words,
  area: words,
  level: z.number().int(),
  /** Sequence of the last event this board takes into account. */
  sequence: z.number().int(),
  /** When the hub made this board. */
  at: instant,
  calls: z.array(boardCall),
  rooms: z.array(boardRoom),
  /** Labels and masked names of those who wait, in calling order, at most 24. */
  waiting: z.array(z.object({ label: z.string(), who: z.string(), queue: words })),
  waitingCount: z.number().int(),
  /** Labels of missed tickets of this clinic session. */
  missed: z.array(z.string()),
});
export type Board = z.infer<typeof board>;

/** Screen → hub, POST /api/screen/shown: a call has reached the picture. */
export const callShown = z.object({ callId: z.string() });

/** Screen → hub, POST /api/screen/sound: whether the browser lets the page play sound. */
export const screenSound = z.object({ sound: z.enum(['on', 'muted']) });
