import type { Words } from '@lobby/hub/contract';

/** What the hub answered to something a staff member wants; a refusal brings its sentence. */
export type Asked =
  | { readonly ok: true; readonly reply: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false;
      readonly reason: string;
      readonly message: Words;
      /** All that the answer says. */
      readonly more: Readonly<Record<string, unknown>>;
    };

/** Milliseconds. */
const usualPatience = 8_000;
const noAnswer = { zh: '没有连上系统，请稍候再试。', en: 'The hub cannot be reached; please try again in a moment.' };

/** Asks the hub once; by POST where there is a body. `patience` in milliseconds. */
export async function askHub(
  url: string,
  body?: object,
  { patience = usualPatience }: { readonly patience?: number } = {},
): Promise<Asked> {
  const posted = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, body === undefined ? { signal } : { ...posted, signal });
    return askedOf(await response.json());
  } catch {
    return { ok: false, reason: 'unreachable', message: noAnswer, more: {} };
  }
}

/** What a reply of the hub says. */
export function askedOf(reply: unknown): Asked {
  const content: Record<string, unknown> = typeof reply === 'object' && reply !== null ? { ...reply } : {};
  if (content['ok'] === true) return { ok: true, reply: content };
  const { reason, message } = content;
  return {
    ok: false,
    reason: typeof reason === 'string' ? reason : 'unreachable',
    message: isWords(message) ? message : noAnswer,
    more: content,
  };
}

function isWords(message: unknown): message is Words {
  if (typeof message !== 'object' || message === null || !('zh' in message) || !('en' in message)) return false;
  return typeof message.zh === 'string' && typeof message.en === 'string';
}
