import { refuse } from '#lib/server/answer.ts';
import { isPlainId } from '#lib/server/plain-id.ts';
import type { RequestHandler } from './$types';

/** A floor of the building, ready to be drawn: bytes as in maps/mesh. Public as the plan is, and never changes. */
export const GET: RequestHandler = async ({ params: { version, floor }, locals }) => {
  const isAsked = isPlainId(version) && /^\d{1,3}$/.test(floor);
  const mesh = isAsked ? await locals.hub.guide.mesh(version, Number(floor)) : undefined;
  if (mesh === undefined) return refuse('no-such-plan');
  const headers = { 'cache-control': 'public, max-age=86400, immutable', 'content-type': 'application/octet-stream' };
  return new Response(mesh, { headers });
};
