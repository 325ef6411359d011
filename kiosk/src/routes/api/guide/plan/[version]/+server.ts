import { refuse } from '#lib/server/answer.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import type { RequestHandler } from './$types';

/** The building to be drawn. Signs in the hospital show it to everybody, and so does this; it never changes. */
export const GET: RequestHandler = async ({ params, locals }) => {
  const plan = isPlainId(params.version) ? await locals.hub.guide.plan(params.version) : undefined;
  if (plan === undefined) return refuse('no-such-plan');
  return Response.json({ ok: true, ...plan }, { headers: { 'cache-control': 'public, max-age=86400, immutable' } });
};
