import { z } from 'zod';
import { helpStatus } from './assist.ts';
import { instant } from './words.ts';

/**
 * What the hub tells one terminal's agent. A concern that has something to say adds its type here and commits it as an
 * event of its own transaction (`noticeTo` in hub/fleet). Agents pass over types they do not know.
 */
export const terminalNotice = z.discriminatedUnion('type', [
  /** Help that was asked for here is taken, has arrived, is done. */
  z.object({ type: z.literal('help.changed'), body: helpStatus }),
  /** The map has changed: a way of another version may be wrong by now. */
  z.object({ type: z.literal('guide.changed'), body: z.object({ version: z.string() }) }),
  /** An operator wants this terminal to test itself; `until`: a test that has not ended by then has failed. */
  z.object({ type: z.literal('self-test.start'), body: z.object({ runId: z.string(), until: instant }) }),
]);
export type TerminalNotice = z.infer<typeof terminalNotice>;

/*
 * How an agent follows (server-sent events, GET /api/terminal/feed, with the terminal's credential):
 *   event: here      id: sequence, data: {}, first on every connection; what was missed since Last-Event-ID follows
 *   event: notice    id: sequence, data: TerminalNotice
 *   event: reset     what was missed is kept no longer: ask for how things are
 *   event: beat      id: sequence, data: {"at": instant}, every 5 s
 */
