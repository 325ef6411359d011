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

/**
 * Keeps how a terminal is; an event only when it is different from what it was, pictures and clocks aside. Gives the
 * instant at which its agent started, by the hub's clock, when that is another agent than the one before; else undefined.
 */
export async function keepTerminalState(
  parts: Parts,
  terminalId: string,
  state: TerminalState,
): Promise<string | undefined> {
  const text = JSON.stringify(state);
  const clock_ahead = state.saidAt === undefined ? null : Date.parse(state.saidAt) - parts.clock.now();
  // The difference of two times by one clock is right, whatever that clock says.
  const running = Math.max(0, Date.parse(state.saidAt ?? state.startedAt) - Date.parse(state.startedAt));
  const startedAt = new Date(parts.clock.now() - running).toISOString();
  return parts.store.change(async (transaction) => {
    const before = await terminalRow(transaction, terminalId);
    await putTerminalRow(transaction, { terminal_id: terminalId, state: text, at: isoNow(parts.clock), clock_ahead });
    const reply = before !== undefined && startOf(before.state) !== state.startedAt ? startedAt : undefined;
    if (before !== undefined && lasting(before.state) === lasting(text)) return { reply, events: [] };
    const { businessDate } = clinicTimeOf(parts.site, parts.clock.now());
    const body = { terminalId, reader: state.reader.state, printer: state.printer.state, paper: state.paper };
    return {
      reply,
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

function startOf(text: string): string {
  return (JSON.parse(text) as TerminalState).startedAt;
}
