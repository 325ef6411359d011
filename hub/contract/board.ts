import { z } from 'zod';
import { instant, words } from './words.ts';

/** One call as a screen shows and speaks it. `who` is masked, or empty where only the ticket may be shown. */
export const boardCall = z.object({
  callId: z.string(),
  ticketId: z.string(),
  queueId: z.string(),
  label: z.string(),
  who: z.string(),
  room: z.object({ id: z.string(), name: words }),
  calledAt: instant,
  /** 1 for the first call, 2 and more for recalls. */
  times: z.number().int(),
  /** For how long its turn has the screen at least. Seconds. */
  seconds: z.number(),
  /** Path of the spoken call, audio/wav, one per language in speaking order. */
  speech: z.array(z.string()),
  /** Paths of clips that say the ticket and the room alone, for a screen on which many calls wait; where the hub has them. */
  ticketSpeech: z.array(z.string()).optional(),
});
export type BoardCall = z.infer<typeof boardCall>;

/** `paused`: back soon; `stopped`: nobody is served here any more today. */
export const roomStates = ['open', 'paused', 'stopped'] as const;
export type RoomState = (typeof roomStates)[number];

export const boardRoom = z.object({
  room: z.object({ id: z.string(), name: words }),
  queue: words.nullable(),
  /** Who sits at the desk, when somebody has logged in. */
  practitioner: words.nullable(),
  practitionerTitle: words.nullable(),
  state: z.enum(roomStates),
  /** Why it is paused or stopped, as patients are told; null: no reason was given. */
  stateReason: words.nullable(),
  /** Ticket that is being served or was called last and has not finished, with its masked name. */
  serving: z.string().nullable(),
  servingWho: z.string(),
  servingSince: instant.nullable(),
  waiting: z.number().int(),
  /** Labels of the next tickets: please get ready. */
  prepare: z.array(z.string()),
});
export type BoardRoom = z.infer<typeof boardRoom>;

/** How long somebody who checks in now will wait, in minutes. */
export const expectedWait = z.object({ fromMinutes: z.number().int(), toMinutes: z.number().int() });
export type ExpectedWait = z.infer<typeof expectedWait>;

/** How far one clinic is. */
export const boardClinic = z.object({
  queueId: z.string(),
  name: words,
  area: words,
  level: z.number().int(),
  /** Where its tickets are served now, the newest call first. */
  serving: z.array(z.object({ label: z.string(), room: words, calledAt: instant })),
  waiting: z.number().int(),
  /** Null: not known. */
  expected: expectedWait.nullable(),
  /** `paused` or `stopped` when all its rooms are. */
  state: z.enum(roomStates),
});
export type BoardClinic = z.infer<typeof boardClinic>;

/** A message to everybody who waits, over the board until its time is over. */
export const boardNotice = z.object({ id: z.string(), text: words, until: instant });
export type BoardNotice = z.infer<typeof boardNotice>;

/** A doctor whose clinic is stopped today. */
export const doctorOff = z.object({ name: words, title: words.nullable(), clinic: words });
export type DoctorOff = z.infer<typeof doctorOff>;

/** What a screen stands for: a waiting area, the door of a room, the windows of a service, or the whole lobby. */
export const boardKinds = ['area', 'door', 'service', 'lobby'] as const;
export type BoardKind = (typeof boardKinds)[number];

/**
 * Everything a screen shows: one shape with parts for all kinds. What a kind does not show is empty. Calls: newest
 * first, at most `boardCallsAtMost`.
 */
export const board = z.object({
  kind: z.enum(boardKinds),
  areaId: z.string(),
  hospital: words,
  /** The area, or whatever the screen stands for. */
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
  clinics: z.array(boardClinic),
  doctorsOff: z.array(doctorOff),
  notices: z.array(boardNotice),
  /** The queue lives in another system, of which nothing was heard since then; left out: all is heard. */
  silentSince: instant.optional(),
  /** Stands for the settings of the screen; another one than its page was opened with: they have changed. */
  settings: z.string(),
});
export type Board = z.infer<typeof board>;

/** Screen → hub, POST /api/screen/shown: a call has reached the picture. */
export const callShown = z.object({ callId: z.string() });

/** Screen → hub, POST /api/screen/sound: whether the browser lets the page play sound. */
export const screenSound = z.object({ sound: z.enum(['on', 'muted']) });
