import type { PhoneWayReply, WayReply } from '@lobby/hub/contract';
import { refusals } from './refusals.ts';

/** That there is no way is an answer like any other: 200, with its sentence. A link that was refused is none. */
export function wayAnswer(reply: WayReply | PhoneWayReply): Response {
  if (reply.ok) return Response.json(reply);
  const { status, message } = refusals[reply.reason];
  const isRefusal = reply.reason === 'link-forged' || reply.reason === 'too-many-ways';
  return Response.json({ ...reply, message }, { status: isRefusal ? status : 200 });
}
