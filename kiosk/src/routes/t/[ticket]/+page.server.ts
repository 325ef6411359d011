import { isPlainId } from '#lib/server/plain-id.ts';
import type { PageServerLoad } from './$types';

/** One answer for a ticket of another day, of none, and for whatever somebody guesses. */
export const load: PageServerLoad = async ({ params, locals, request, setHeaders }) => {
  const { ticket } = params;
  setHeaders({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  const page = isPlainId(ticket) ? await locals.hub.ticketPages.page(ticket) : undefined;
  const first = request.headers.get('accept-language') ?? 'zh';
  return {
    ticket,
    page: page ?? null,
    hospital: locals.hub.site.hospital.name,
    timeZone: locals.hub.site.timeZone,
    language: /^\s*zh/i.test(first) ? ('zh' as const) : ('en' as const),
  };
};
