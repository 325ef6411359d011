import { answer, refuse } from '#lib/server/answer.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import { visitAccess } from '#lib/server/visit-access.ts';
import { walkProfile, writeKey } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = visitAccess(event, event.params.id);
  if (!access.ok) return refuse(access.reason);
  const language = event.url.searchParams.get('language') ?? 'zh';
  if (language !== 'zh' && language !== 'en') return refuse('bad-shape');
  const profile = walkProfile.default('default').safeParse(event.url.searchParams.get('profile') ?? undefined);
  if (!profile.success) return refuse('bad-shape');
  if (!isPlainId(event.params.ticketId)) return refuse('no-such-ticket');
  const printKey = event.url.searchParams.get('print') ?? undefined;
  if (printKey !== undefined && !writeKey.safeParse(printKey).success) return refuse('bad-shape');
  const wish = { language, profile: profile.data, ...(printKey !== undefined && { printKey }) } as const;
  return answer(await event.locals.hub.visits.slip(access.value, event.params.ticketId, wish));
};
