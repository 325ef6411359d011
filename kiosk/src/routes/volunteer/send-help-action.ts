import { sendUntilAnswered, type Sending } from '#lib/staff/send-until-answered.ts';
import type { HelpAction, HelpBoard, Helper, HelpRefusal } from '@lobby/hub/contract';

/** What became of a press. `no-answer`: it may or may not have been done. `expelled`: the login is over. */
export type HelpOutcome =
  | { readonly kind: 'done'; readonly board: HelpBoard }
  | {
      readonly kind: 'refused';
      readonly reason: HelpRefusal;
      readonly helper: Helper | null;
      readonly board: HelpBoard | null;
    }
  | { readonly kind: 'expelled' | 'failed' | 'no-answer' };

const refusals: ReadonlySet<unknown> = new Set<HelpRefusal>(['taken-by-other', 'over', 'not-yours', 'no-such-request']);

/** Sends a press until the hub answers. */
export async function sendHelpAction(action: HelpAction, sending: Sending): Promise<HelpOutcome> {
  const answered = await sendUntilAnswered({ url: '/api/volunteer/actions', body: action }, sending);
  return answered === undefined ? { kind: 'no-answer' } : outcomeOf(answered.reply);
}

/** The hub checks what it sends; this tells its replies from the refusals of the server before it. */
function outcomeOf(reply: unknown): HelpOutcome {
  if (!isRecord(reply)) return { kind: 'failed' };
  const { reason } = reply;
  const board = isBoard(reply['board']) ? reply['board'] : null;
  if (reply['ok'] === true && board !== null) return { kind: 'done', board };
  if (reason === 'not-logged-in' || reason === 'role-not-allowed') return { kind: 'expelled' };
  if (!isRefusal(reason)) return { kind: 'failed' };
  return { kind: 'refused', reason, helper: isHelper(reply['helper']) ? reply['helper'] : null, board };
}

function isRefusal(reason: unknown): reason is HelpRefusal {
  return refusals.has(reason);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isBoard(value: unknown): value is HelpBoard {
  return isRecord(value) && Array.isArray(value['requests']) && typeof value['sequence'] === 'number';
}

function isHelper(value: unknown): value is Helper {
  return isRecord(value) && typeof value['role'] === 'string' && 'name' in value;
}
