import { answer, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { screenSound } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals }) => {
  if (locals.screenId === undefined) return refuse('screen-unknown');
  const body = await readBody(request, screenSound);
  if (!body.ok) return refuse(body.reason);
  await locals.hub.boards.sound(locals.screenId, body.value.sound);
  return answer({ ok: true });
};
