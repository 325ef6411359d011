import { answer, refuse } from '#lib/server/answer.ts';
import { guideAsker } from '#lib/server/guide-asker.ts';
import { readBody } from '#lib/server/request-body.ts';
import { searchPlaces } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Places by name, number, doctor, pinyin or initials. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const asking = guideAsker(locals);
  if (!asking.ok) return refuse(asking.reason);
  const body = await readBody(request, searchPlaces);
  if (!body.ok) return refuse(body.reason);
  return answer({ ok: true, ...(await locals.hub.guide.search(asking.asker, body.value)) });
};
