import type { TerminalNotice } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';

/** The event that tells one terminal something; whoever has something to say commits it with what it is about. */
export function noticeTo(told: {
  readonly terminalId: string;
  readonly businessDate: string;
  readonly notice: TerminalNotice;
}): NewEvent {
  const { terminalId, businessDate, notice } = told;
  return { type: 'terminal.told', businessDate, areaId: null, queueId: null, body: { terminalId, notice } };
}
