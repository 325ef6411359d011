import type { PageServerLoad } from './$types';

/** The page alone: which way it shows stands behind the # of its address, which no server sees. */
export const load: PageServerLoad = ({ locals, request, setHeaders }) => {
  setHeaders({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  const first = request.headers.get('accept-language') ?? 'zh';
  return {
    hospital: locals.hub.site.hospital.name,
    language: /^\s*zh/i.test(first) ? ('zh' as const) : ('en' as const),
  };
};
