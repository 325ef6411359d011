import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { ScreenPicture, TerminalState } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { putScreenPicture, putTerminalRow, terminalRow } from './storage.ts';

interface Parts {
  readonly site: Site;
  readonly store: Store;
  readonly clock: Clock;
}

/** Keeps how a terminal is; an event only when it is different from what it was, pictures and clocks aside. */
export async function keepTerminalState(parts: Parts, terminalId: string, state: TerminalState): Promise<void> {
  const text = JSON.stringify(state);
  const clock_ahead = state.saidAt === undefined ? null : Date.parse(state.saidAt) - parts.clock.now();
  await parts.store.change(async (transaction) => {
    const before = await terminalRow(transaction, terminalId);
    await putTerminalRow(transaction, { terminal_id: terminalId, state: text, at: isoNow(parts.clock), clock_ahead });
    if (before !== undefined && lasting(before.state) === lasting(text)) return { reply: undefined, events: [] };
    const { businessDate } = clinicTimeOf(parts.site, parts.clock.now());
    const body = { terminalId, reader: state.reader.state, printer: state.printer.state, paper: state.paper };
    return {
      reply: undefined,
      events: [{ type: 'terminal.changed', businessDate, areaId: null, queueId: null, body }],
    };
  });
}

/** Keeps what a calling screen painted last. No event: it says so every few seconds. */
export async function keepScreenPicture(parts: Parts, screenId: string, picture: ScreenPicture): Promise<void> {
  const clock_ahead = Date.parse(picture.paintedAt) - parts.clock.now();
  await parts.store.change(async (transaction) => {
    const row = { screen_id: screenId, picture: JSON.stringify(picture), at: isoNow(parts.clock), clock_ahead };
    await putScreenPicture(transaction, row);
    return { reply: undefined, events: [] };
  });
}

/** A terminal's state without what is different every time it is said. */
function lasting(text: string): string {
  const state = JSON.parse(text) as TerminalState;
  return JSON.stringify({ ...state, saidAt: undefined, picture: undefined });
}
