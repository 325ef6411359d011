import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  Response.json({
    ok: true,
    sequence: await locals.hub.feed.newest(),
    storage: locals.hub.storage(),
    hospital: locals.hub.hospitalSystem.status,
  });
