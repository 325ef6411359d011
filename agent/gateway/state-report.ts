import { z } from 'zod';
import type { TerminalState } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';

/** How the hub took the report of this terminal's state. */
export type ReportResult = 'taken' | 'unauthorised' | 'unreachable';

/** Tells the hub how the terminal is. It is also the proof that the hub knows this terminal. */
export async function reportState(options: {
  readonly line: HubLine;
  readonly credential: string;
  readonly state: TerminalState;
  readonly answerWithin: number;
}): Promise<ReportResult> {
  const { line, credential, state, answerWithin } = options;
  const reply = await askHub(line, {
    method: 'POST',
    path: '/api/terminal/state',
    shape: z.unknown(),
    body: state,
    credential,
    answerWithin,
  });
  if (reply.kind === 'unauthorised') return 'unauthorised';
  return reply.kind === 'answer' && reply.status < 500 ? 'taken' : 'unreachable';
}
