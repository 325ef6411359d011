import { answerWrite, refuse } from '#lib/server/answer.ts';
import { helperIn } from '#lib/server/helper.ts';
import { readBody } from '#lib/server/request-body.ts';
import { helpAction } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  const helper = helperIn(locals);
  if (!helper.ok) return refuse(helper.reason);
  const body = await readBody(request, helpAction);
  if (!body.ok) return refuse(body.reason);
  return answerWrite(locals.hub.assist.act(helper.person, body.value));
};
