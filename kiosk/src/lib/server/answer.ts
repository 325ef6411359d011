import { KeyReused } from '@lobby/hub';
import { refusals, type RefusalReason } from './refusals.ts';

type Reply =
  { readonly ok: true; readonly [more: string]: unknown } | { readonly ok: false; readonly reason: RefusalReason };

/** A reply of the hub as JSON: 200, or the status of its reason with the sentence added. */
export function answer(reply: Reply): Response {
  if (reply.ok) return Response.json(reply);
  const { status, message } = refusals[reply.reason];
  return Response.json({ ...reply, message }, { status });
}

/** The reply to a write with a key; a key that was used for something else before is refused. */
export async function answerWrite(writing: Promise<Reply>): Promise<Response> {
  try {
    return answer(await writing);
  } catch (error) {
    if (error instanceof KeyReused) return refuse('key-reused');
    throw error;
  }
}

/** A refusal of our own, before the hub was asked. */
export function refuse(reason: RefusalReason, more: Readonly<Record<string, unknown>> = {}): Response {
  const { status, message } = refusals[reason];
  return Response.json({ ok: false, reason, message, ...more }, { status });
}

/** The reason that fits the status of an answer which the framework gave in our place. */
export function reasonOfStatus(status: number): RefusalReason {
  if (status === 404) return 'not-found';
  if (status === 405) return 'method-not-allowed';
  if (status === 413) return 'too-large';
  if (status === 503) return 'hub-away';
  return status < 500 ? 'bad-shape' : 'internal';
}
