import { refuse } from '#lib/server/answer.ts';
import { phoneAddress } from '#lib/server/phone-address.ts';
import { readBody } from '#lib/server/request-body.ts';
import { askWaySlip } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A way from this terminal as a slip; that there is none is an answer like any other. */
export const POST: RequestHandler = async ({ request, locals, url, platform }) => {
  const { terminalId, hub } = locals;
  if (terminalId === undefined) return refuse('terminal-unknown');
  const body = await readBody(request, askWaySlip);
  if (!body.ok) return refuse(body.reason);
  return Response.json(await hub.guide.slip({ terminalId }, body.value, phoneAddress(hub.site, { url, platform })));
};
