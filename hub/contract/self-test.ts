import { z } from 'zod';
import { instant, writeKey } from './words.ts';

/* The start-of-day self-test of a terminal: read the test card, print, speak, call. */

export const selfTestParts = ['card', 'print', 'speak', 'call'] as const;
export type SelfTestPart = (typeof selfTestParts)[number];

/** Why a part failed; each has a sentence that says what to do. */
export const selfTestFaults = [
  'no-reader', // none is configured
  'reader-away',
  'no-test-card', // the site names no card for tests
  'no-card', // the test card was not laid down in time
  'card-unreadable',
  'no-printer',
  'paper-out',
  'cover-open',
  'printer-offline',
  'printer-fault',
  'printer-silent', // it never said whether the slip came out
  'no-page', // the terminal's page is not open
  'no-voice', // the hub could not make the sentence
  'no-sound', // the page may not play, or nothing came of it
  'screen-away', // a screen of its areas is not connected
  'screen-not-shown', // it is connected, and did not show the test picture
  'in-use', // a patient was there, or came
  'no-answer', // the terminal did not say in time
] as const;
export type SelfTestFault = (typeof selfTestFaults)[number];

export const selfTestOutcome = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('passed'), at: instant }),
  /** `of`: which screens, where it is they. */
  z.object({ state: z.literal('failed'), at: instant, fault: z.enum(selfTestFaults), of: z.array(z.string()) }),
]);
export type SelfTestOutcome = z.infer<typeof selfTestOutcome>;

export const selfTestResult = z.object({
  runId: z.string(),
  startedAt: instant,
  /** What has not ended by then has failed. */
  until: instant,
  parts: z.object({
    card: selfTestOutcome,
    print: selfTestOutcome,
    speak: selfTestOutcome,
    call: selfTestOutcome,
  }),
});
export type SelfTestResult = z.infer<typeof selfTestResult>;

/** Operator → hub, POST /api/operator/self-tests; terminals: all when left out. */
export const startSelfTest = z.object({ key: writeKey, terminals: z.array(z.string()).max(500).optional() });
export type StartSelfTest = z.infer<typeof startSelfTest>;
/** `started`: the terminals that were asked; those that the site does not have are left out. */
export const startSelfTestReply = z.object({ ok: z.literal(true), runId: z.string(), started: z.array(z.string()) });
export type StartSelfTestReply = z.infer<typeof startSelfTestReply>;

/** Agent → hub, POST /api/terminal/self-test: how one part went. Said again, it stays as it was said first. */
export const selfTestReport = z.object({
  runId: z.string().max(64),
  part: z.enum(['card', 'print', 'speak']),
  fault: z.enum(selfTestFaults).nullable(),
});
export type SelfTestReport = z.infer<typeof selfTestReport>;

/** Screen → hub, POST /api/screen/test-shown: the test picture of a run has been painted. */
export const testShown = z.object({ runId: z.string().max(64) });

/** Why a sentence could not be heard. */
const soundFaults = ['no-voice', 'no-sound'] as const satisfies readonly SelfTestFault[];
export type SoundFault = (typeof soundFaults)[number];

/** Page → agent, POST /agent/self-test/spoken: whether the page could play its sentence, and why not. */
export const soundPlayed = z.object({
  runId: z.string().max(64),
  played: z.boolean(),
  fault: z.enum(soundFaults).optional(),
});
export type SoundPlayed = z.infer<typeof soundPlayed>;
