import { newWriteKey } from '#lib/staff/write-key.ts';
import { browserSending, sendUntilAnswered, type Sending } from '#lib/staff/send-until-answered.ts';
import type { SlipRefusal, SlipStep } from '@lobby/hub/contract';

/** What the hub says of a slip. */
export type SlipAnswer =
  | { readonly kind: 'found'; readonly scanned: SlipStep; readonly next: SlipStep | null }
  | { readonly kind: 'refused'; readonly reason: SlipRefusal; readonly day: string | null }
  | { readonly kind: 'no-answer' };

const refusals: ReadonlySet<unknown> = new Set<SlipRefusal>([
  'not-a-slip',
  'no-such-ticket',
  'other-day',
  'too-many-scans',
]);

/** Longer codes are none of ours; the hub would not read them either. */
const longest = 8192;

/** Asks where the holder of a slip goes next. */
export async function askWhereNext(code: string, sending: Sending = browserSending(() => undefined)) {
  const body = { key: newWriteKey(), code: code.slice(0, longest) };
  const answered = await sendUntilAnswered({ url: '/api/volunteer/slip', body }, sending);
  return answerOf(answered?.reply);
}

function answerOf(reply: unknown): SlipAnswer {
  if (!isRecord(reply)) return { kind: 'no-answer' };
  const { scanned, next, reason, day } = reply;
  if (reply['ok'] === true && isStep(scanned)) return { kind: 'found', scanned, next: isStep(next) ? next : null };
  if (!isRefusal(reason)) return { kind: 'no-answer' };
  return { kind: 'refused', reason, day: typeof day === 'string' ? day : null };
}

function isRefusal(reason: unknown): reason is SlipRefusal {
  return refusals.has(reason);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isStep(value: unknown): value is SlipStep {
  return isRecord(value) && typeof value['label'] === 'string' && isRecord(value['place']);
}
