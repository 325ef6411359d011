import type { Words } from '@lobby/hub/contract';

/** Why a browser has not become a screen. */
const refusals = {
  'code-unknown': { zh: '没有这个注册码，请核对后再输入。', en: 'There is no such code; please check it.' },
  'code-used': { zh: '这个注册码已经用过，请要一个新的。', en: 'This code has been used; ask for a new one.' },
  'code-expired': { zh: '这个注册码已过期，请要一个新的。', en: 'This code has expired; ask for a new one.' },
  'code-for-another': { zh: '这个注册码不是给屏幕用的。', en: 'This code is not for a screen.' },
  'other-kind': { zh: '这个注册码不是给屏幕用的。', en: 'This code is not for a screen.' },
  unreachable: { zh: '连不上服务器，请稍后再试。', en: 'The server cannot be reached; please try again.' },
} as const satisfies Record<string, Words>;

/** Turns a one-time code into this browser's enrolment as a screen; otherwise answers with what went wrong. */
export async function redeemCode(code: string): Promise<Words | undefined> {
  try {
    const answer = await fetch('/api/enrolment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, kind: 'screen' }),
    });
    return troubleIn(await answer.json());
  } catch {
    return refusals.unreachable;
  }
}

/** What a reply to an enrolment means to who typed the code; undefined: this is a screen now. */
export function troubleIn(reply: unknown): Words | undefined {
  if (!isRecord(reply)) return refusals.unreachable;
  if (reply['ok'] === true) return reply['kind'] === 'screen' ? undefined : refusals['other-kind'];
  const reason = reply['reason'] === 'bad-shape' ? 'code-unknown' : reply['reason'];
  return typeof reason === 'string' && isKnown(reason) ? refusals[reason] : refusals.unreachable;
}

function isRecord(reply: unknown): reply is Readonly<Record<string, unknown>> {
  return typeof reply === 'object' && reply !== null;
}

function isKnown(reason: string): reason is keyof typeof refusals {
  return Object.hasOwn(refusals, reason);
}
