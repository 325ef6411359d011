import { answerWrite, refuse } from '#lib/server/answer.ts';
import { readBody } from '#lib/server/request-body.ts';
import { siteHas } from '#lib/server/site-device.ts';
import { staffAccess } from '#lib/server/staff-access.ts';
import { issueCode } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A one-time code for a device of the site. */
export const POST: RequestHandler = async (event) => {
  const access = staffAccess(event);
  if (!access.ok) return refuse(access.reason);
  const body = await readBody(event.request, issueCode);
  if (!body.ok) return refuse(body.reason);
  const { kind, id } = body.value;
  const { hub } = event.locals;
  if (!siteHas(hub.site, kind, id)) return refuse('device-unknown');
  return answerWrite(hub.fleet.issue(access.by, body.value).then((issued) => ({ ok: true, ...issued })));
};
