import { z } from 'zod';
import { instant, words, writeKey } from './words.ts';

/* Help on the floor: a patient at a terminal presses one button, and somebody comes. Never a name, never a number of a patient. */

/** 待接, 已接, 已到, 完成; `withdrawn`: the patient went on alone. */
export const helpStates = ['waiting', 'taken', 'arrived', 'done', 'withdrawn'] as const;
export type HelpState = (typeof helpStates)[number];

/** Agent → hub, POST /api/terminal/help: help is wanted at this terminal. `screen`: which screen stood there. */
export const askForHelp = z.object({ key: writeKey, screen: z.string().max(40) });
export type AskForHelp = z.infer<typeof askForHelp>;

/** A request for help as its terminal sees it. */
export const helpStatus = z.object({ requestId: z.string(), state: z.enum(helpStates), since: instant });
export type HelpStatus = z.infer<typeof helpStatus>;

/** A request for help as the volunteers' board shows it. `escalated`: nobody has taken it within the site's time. */
export const helpRequest = helpStatus.extend({
  terminalId: z.string(),
  terminal: words,
  level: z.number().int(),
  screen: z.string(),
  askedAt: instant,
  escalated: z.boolean(),
  /** Who helps; null while nobody has taken it. */
  takenBy: words.nullable(),
  /** Whether whoever looks at the board is the one who helps. */
  mine: z.boolean(),
});
export type HelpRequest = z.infer<typeof helpRequest>;
