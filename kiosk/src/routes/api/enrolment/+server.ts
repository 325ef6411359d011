import { answer, refuse } from '#lib/server/answer.ts';
import { keepEnrolment } from '#lib/server/devices.ts';
import { readBody } from '#lib/server/request-body.ts';
import { enrol } from '@lobby/hub/contract';
import type { RequestHandler } from './$types';

/** A terminal's agent keeps its credential itself; a browser keeps it as a cookie that no script can read. */
export const POST: RequestHandler = async ({ request, locals, cookies, url }) => {
  const body = await readBody(request, enrol);
  if (!body.ok) return refuse(body.reason);
  const { code, ...wish } = body.value;
  const reply = await locals.hub.fleet.enrol(code, wish);
  if (!reply.ok || reply.kind === 'terminal') return answer(reply);
  keepEnrolment(cookies, url, reply.kind, reply.credential);
  return answer({ ok: true, kind: reply.kind, deviceId: reply.deviceId });
};
