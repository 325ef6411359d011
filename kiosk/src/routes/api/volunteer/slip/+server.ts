import { answer, refuse } from '#lib/server/answer.ts';
import { helperIn } from '#lib/server/helper.ts';
import { readBody } from '#lib/server/request-body.ts';
import { scanSlip } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** Where the holder of a slip goes next. A question, but one whose code must not stand in an address. */
export const POST: RequestHandler = async ({ request, locals }) => {
  const helper = helperIn(locals);
  if (!helper.ok) return refuse(helper.reason);
  const body = await readBody(request, scanSlip);
  if (!body.ok) return refuse(body.reason);
  return answer(await locals.hub.assist.whereNext(helper.person, body.value.code));
};
