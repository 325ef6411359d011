import type { Mode } from '#lib/panel/mode.ts';

/** Every delay of every flow, in milliseconds. Tests read them here. */
export const delays = {
  /** The page has loaded and its agent has not said hello. */
  helloTimeout: 5_000,
  /** A language or a mode was chosen and nobody went on: welcome goes back to the hospital's own language and size. */
  choiceReset: 60_000,
  /** After this long the screen says that it is waiting for the hospital and has not forgotten anybody. */
  slow: 4_000,
  /** A card lies on the reader and no visit has opened. */
  identifyTimeout: 45_000,
  /** The hospital is asked what a patient still has to do today, or whose visit it is. */
  lookUpTimeout: 45_000,
  /** A little longer than the agent waits: its answer says more than none. After this the outcome is unknown. */
  checkInTimeout: 62_000,
  /** The machine works, and nobody is asked whether they are still there; longer than any single wait. */
  longestWork: 75_000,
  /** Paper is asked for and the printer says nothing. */
  printTimeout: 20_000,
  /** The ticket is on paper: the visit finishes by itself. */
  finishCountdown: 15_000,
  /** The ticket is on the screen only: time to remember it or to write it down. */
  rememberCountdown: 45_000,
  /** Nobody has touched anything: ask whether somebody is there. */
  idleWarning: 60_000,
  /** Time to answer that question; then everything is wiped. */
  idleAnswer: 30_000,
  /** A card that opened no visit: how long its screen stays. */
  troubleStays: 30_000,
  /** A card was left on the reader: how long its screen stays. */
  cardLeftStays: 20_000,
  /** Goodbye. */
  farewell: 4_000,
  /** Help is asked for, or withdrawn, and the agent does not answer. */
  helpTimeout: 8_000,
  /** Help is on its way and nothing more is heard of it. */
  helpStays: 4 * 3_600_000,
  /** The sheet about help that is on its way closes by itself. */
  helpSheetStays: 20_000,
  /** That nobody comes, and what to do instead, stays on the screen. */
  helpNoticeStays: 30_000,
  /** The line to the agent is down for so long before the page says so: a reconnection takes about a second. */
  agentGrace: 3_000,
  /** The hub is asked for a place or a way: it answers in milliseconds, or something is wrong. */
  guideTimeout: 8_000,
  /** Before a stream that the browser gave up is opened anew. */
  agentPause: 2_000,
} as const;

export type DelayName = keyof typeof delays;

/** What takes longer in elder mode: time to read and to answer (docs/decisions/elder-mode.md). */
const elderDelays: Partial<Record<DelayName, number>> = {
  choiceReset: 120_000,
  finishCountdown: 30_000,
  rememberCountdown: 90_000,
  idleWarning: 120_000,
  idleAnswer: 60_000,
  troubleStays: 60_000,
  cardLeftStays: 40_000,
  farewell: 8_000,
};

/** What takes longer at least while a helper is on the way or there, so that the patient does not lose the screen. */
const helpedDelays: Partial<Record<DelayName, number>> = {
  finishCountdown: 120_000,
  rememberCountdown: 180_000,
  idleWarning: 180_000,
};

/** A delay in this mode, in milliseconds. `helped`: somebody comes to help, or is there. */
export function delayIn(mode: Mode, name: DelayName, helped = false): number {
  const own = mode === 'elder' ? (elderDelays[name] ?? delays[name]) : delays[name];
  return helped ? Math.max(own, helpedDelays[name] ?? own) : own;
}

type DelayOfMachine = (args: { readonly context: { readonly mode: Mode; readonly helpComing: boolean } }) => number;

/** The delays for a machine whose context tells the mode and whether somebody comes; each counts from when its state is entered. */
export const delaysByMode = Object.fromEntries(
  Object.keys(delays).map((name): [string, DelayOfMachine] => [
    name,
    ({ context }) => delayIn(context.mode, name as DelayName, context.helpComing),
  ]),
) as Readonly<Record<DelayName, DelayOfMachine>>;
