import { refuse } from '#lib/server/answer.ts';
import { deskSpeaker } from '#lib/server/desk-speaker.ts';
import type { RequestHandler } from './$types';

/** The desk as the person whose software asks may see it. */
export const GET: RequestHandler = async ({ request, locals, params }) => {
  const workNo = await deskSpeaker(locals.hub, request, params.deskId);
  if (workNo === undefined) return refuse('desk-credential-unknown');
  const view = await locals.hub.desks.view(params.deskId, workNo);
  return view === undefined ? refuse('desk-unknown') : Response.json(view);
};
