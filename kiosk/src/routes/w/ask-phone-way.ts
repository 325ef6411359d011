import type { GuidePlan, GuideWay, PhoneWayReply } from '@lobby/hub/contract';

/** Why a phone shows no way. `old-link`: what it leads to is not on the map any more. */
export type PhoneTrouble = 'no-link' | 'link-forged' | 'too-many-ways' | 'no-way' | 'old-link' | 'unreachable';

export type PhoneAnswer =
  { readonly ok: true; readonly way: GuideWay } | { readonly ok: false; readonly trouble: PhoneTrouble };

/** The way that stands behind the # of the address. */
export async function askPhoneWay(hash: string): Promise<PhoneAnswer> {
  const payload = hash.replace(/^#/, '');
  if (payload === '') return { ok: false, trouble: 'no-link' };
  try {
    const response = await fetch('/api/guide/phone-way', {
      method: 'POST',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ payload: payload.slice(0, 600) }),
    });
    return answerOf((await response.json()) as PhoneWayReply);
  } catch {
    return { ok: false, trouble: 'unreachable' };
  }
}

/** The building; undefined where it does not come: the words alone lead as well. */
export async function askPlan(version: string): Promise<GuidePlan | undefined> {
  try {
    const response = await fetch(`/api/guide/plan/${encodeURIComponent(version)}`);
    return response.ok ? ((await response.json()) as GuidePlan) : undefined;
  } catch {
    return undefined;
  }
}

export function answerOf(reply: PhoneWayReply): PhoneAnswer {
  if (reply.ok) return reply;
  switch (reply.reason) {
    case 'link-forged':
    case 'too-many-ways':
      return { ok: false, trouble: reply.reason };
    case 'no-venue':
    case 'from-unknown':
    case 'to-unknown':
      return { ok: false, trouble: 'old-link' };
    case 'same-place':
    case 'restricted':
    case 'island':
    case 'closed':
    case 'profile':
      return { ok: false, trouble: 'no-way' };
    default:
      return { ok: false, trouble: 'unreachable' };
  }
}
