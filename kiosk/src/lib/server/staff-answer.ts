import type { Hub } from '@lobby/hub/hub.ts';
import { answer, refuse } from './answer.ts';
import type { RefusalReason } from './refusals.ts';

type LoginReply =
  { readonly ok: true; readonly token?: string } | { readonly ok: false; readonly reason: RefusalReason };

/** What a login away from a desk is answered: the person, whose token goes into a cookie and nowhere else. */
export async function staffAnswer(hub: Hub, reply: LoginReply, keep: (token: string) => void): Promise<Response> {
  if (!reply.ok) return refuse(reply.reason);
  const person = await hub.staff.who(reply.token);
  if (person === undefined || reply.token === undefined) return refuse('not-logged-in');
  keep(reply.token);
  return answer({ ok: true, person });
}
