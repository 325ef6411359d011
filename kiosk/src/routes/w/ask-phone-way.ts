import type { GuidePlan, GuideWay, PhoneWayReply, WalkProfile } from '@lobby/hub/contract';

/**
 * Why a phone shows no way. `old-link`: what it leads to is not on the map any more. `no-step-free`: only stairs lead
 * there.
 */
export type PhoneTrouble =
  'no-link' | 'link-forged' | 'too-many-ways' | 'no-way' | 'no-step-free' | 'old-link' | 'unreachable';

/** The same way for others, each by what stands behind the # of its address. */
export type OtherWalks = Extract<PhoneWayReply, { ok: true }>['others'];

export type PhoneAnswer =
  | { readonly ok: true; readonly way: GuideWay; readonly others: OtherWalks }
  | {
      readonly ok: false;
      readonly trouble: PhoneTrouble;
      /** For whom it is none, and for whom there is one; left out: the link itself is no good. */
      readonly walk?: { readonly profile: WalkProfile; readonly others: OtherWalks };
    };

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
      return noWay(reply);
    default:
      return { ok: false, trouble: 'unreachable' };
  }
}

function noWay({ profile, others }: Extract<PhoneWayReply, { profilesWithAWay: unknown }>): PhoneAnswer {
  const stairsOnly = profile === 'step-free' && others.length > 0;
  return { ok: false, trouble: stairsOnly ? 'no-step-free' : 'no-way', walk: { profile, others } };
}

/** The link from a way to the one without stairs, or back to the walker it came from; undefined: there is none. */
export function otherWalk(
  walk: { readonly profile: WalkProfile; readonly others: OtherWalks },
  before: WalkProfile,
): { readonly stepFree: boolean; readonly href: string } | undefined {
  const stepFree = walk.profile !== 'step-free';
  const wanted = stepFree ? ['step-free'] : [before, 'default'];
  const found = wanted.flatMap((profile) => walk.others.find((other) => other.profile === profile) ?? [])[0];
  return found && { stepFree, href: `#${found.payload}` };
}
