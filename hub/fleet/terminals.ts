import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { TerminalState } from '../contract/index.ts';
import type { Store } from '../store/store.ts';
import { putTerminalRow, terminalRow } from './storage.ts';

/** Keeps how a terminal is; an event only when it is different from what it was. */
export async function keepTerminalState(
  parts: { readonly site: Site; readonly store: Store; readonly clock: Clock },
  terminalId: string,
  state: TerminalState,
): Promise<void> {
  const text = JSON.stringify(state);
  await parts.store.change(async (transaction) => {
    const before = await terminalRow(transaction, terminalId);
    await putTerminalRow(transaction, { terminal_id: terminalId, state: text, at: isoNow(parts.clock) });
    if (before?.state === text) return { reply: undefined, events: [] };
    const { businessDate } = clinicTimeOf(parts.site, parts.clock.now());
    const body = { terminalId, reader: state.reader.state, printer: state.printer.state, paper: state.paper };
    return {
      reply: undefined,
      events: [{ type: 'terminal.changed', businessDate, areaId: null, queueId: null, body }],
    };
  });
}
