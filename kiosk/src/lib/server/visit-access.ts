import type { VisitAccess } from '@lobby/hub/hub.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { isPlainId } from './plain-id.ts';

export type AccessResult =
  | { readonly ok: true; readonly value: VisitAccess }
  | { readonly ok: false; readonly reason: 'terminal-unknown' | 'visit-ended' };

/**
 * Who asks about a visit: its terminal by its credential, and the secret that only that terminal's agent holds. Whether
 * both are right the hub decides; a visit that is not one's own is answered like one that has ended.
 */
export function visitAccess({ locals, request }: RequestEvent, visitId: string): AccessResult {
  const { terminalId } = locals;
  if (terminalId === undefined) return { ok: false, reason: 'terminal-unknown' };
  const secret = request.headers.get('x-visit-secret') ?? '';
  if (!/^[\x21-\x7e]{1,200}$/.test(secret) || !isPlainId(visitId)) return { ok: false, reason: 'visit-ended' };
  return { ok: true, value: { terminalId, visitId, secret } };
}
