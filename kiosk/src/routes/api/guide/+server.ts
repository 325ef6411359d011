import { answer, refuse } from '#lib/server/answer.ts';
import { guideAsker } from '#lib/server/guide-asker.ts';
import type { RequestHandler } from './$types';

/** What is offered before anybody has typed anything. */
export const GET: RequestHandler = async ({ locals }) => {
  const asking = guideAsker(locals);
  if (!asking.ok) return refuse(asking.reason);
  return answer({ ok: true, ...(await locals.hub.guide.home(asking.asker)) });
};
