import { sendUntilAnswered, type Sending } from '#lib/staff/send-until-answered.ts';
import type { DeskAction, DeskView, Words } from '@lobby/hub/contract';

/** What became of an action. `said`: why not, as the hub puts it. `no-answer`: it may or may not have been done. */
export type ActionOutcome =
  | { readonly kind: 'done'; readonly view: DeskView }
  | { readonly kind: 'refused'; readonly reason: string; readonly said: Words; readonly view: DeskView | null }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-answer' };

/** Sends an action until the hub answers. */
export async function sendAction(action: DeskAction, sending: Sending): Promise<ActionOutcome> {
  const answered = await sendUntilAnswered({ url: '/api/desk/actions', body: action }, sending);
  return answered === undefined ? { kind: 'no-answer' } : outcomeOf(answered.reply);
}

/** The hub checks what it sends; this tells its replies from the refusals of the server before it. */
function outcomeOf(reply: unknown): ActionOutcome {
  if (!isRecord(reply)) return { kind: 'failed' };
  const view = isView(reply['view']) ? reply['view'] : null;
  if (reply['ok'] === true && view !== null) return { kind: 'done', view };
  const { reason, said, message } = reply;
  const sentence = isWords(said) ? said : message;
  if (typeof reason !== 'string' || reason === 'internal' || !isWords(sentence)) return { kind: 'failed' };
  return { kind: 'refused', reason, said: sentence, view };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isWords(value: unknown): value is Words {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}

function isView(value: unknown): value is DeskView {
  return isRecord(value) && typeof value['deskId'] === 'string' && Array.isArray(value['waiting']);
}
