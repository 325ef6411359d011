import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { testShown } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** This screen has painted the test picture of a self-test. */
export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.screenId === undefined) return refuse('screen-unknown');
  const body = await readBody(request, testShown);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.fleet.selfTests.shown(locals.screenId, body.value.runId);
  return answer({ ok: true });
};
