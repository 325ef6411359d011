import { baseText } from './base-reply.ts';
import type { Answer, Conversation } from './conversation.ts';
import { describeStatus, status } from './status.ts';
import { readBase, selectCard } from './writer.ts';

/** What reading gave: the 256 bytes of text, or why not. `down`: the line went away meanwhile. */
export type CardReading =
  | { readonly ok: true; readonly text: Uint8Array }
  | { readonly ok: false; readonly reason: 'unreadable' | 'down'; readonly detail: string };

const tries = 3;

function failure(answer: Answer & { ok: false }): CardReading {
  return { ok: false, reason: answer.reason === 'down' ? 'down' : 'unreadable', detail: answer.detail };
}

function unreadable(detail: string): CardReading {
  return { ok: false, reason: 'unreadable', detail };
}

/**
 * Selects and reads the card that lies on the reader. A select that the reader refuses is not the end: one that has the
 * card selected already refuses it and still reads.
 */
export async function readLyingCard(talk: Conversation): Promise<CardReading> {
  const selected = await talk.ask(selectCard, tries);
  if (!selected.ok) return failure(selected);
  const base = await talk.ask(readBase, tries);
  if (!base.ok) return failure(base);
  if (base.code !== status.ok) {
    const cause = selected.code === status.ok ? base.code : selected.code;
    return unreadable(describeStatus(cause));
  }
  const text = baseText(base.data);
  base.data.fill(0);
  return text === null ? unreadable('the reply is shorter than it says') : { ok: true, text };
}
