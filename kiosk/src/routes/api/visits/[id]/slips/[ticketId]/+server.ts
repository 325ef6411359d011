import { answer, refuse } from '#lib/server/answer.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import { visitAccess } from '#lib/server/visit-access.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const access = visitAccess(event, event.params.id);
  if (!access.ok) return refuse(access.reason);
  const language = event.url.searchParams.get('language') ?? 'zh';
  if (language !== 'zh' && language !== 'en') return refuse('bad-shape');
  if (!isPlainId(event.params.ticketId)) return refuse('no-such-ticket');
  return answer(await event.locals.hub.visits.slip(access.value, event.params.ticketId, language));
};
