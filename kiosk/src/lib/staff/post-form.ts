/** What the hub answers to a form of this page; `unreachable` when it does not. */
export type FormReply = { readonly ok: true; readonly kind: unknown } | { readonly ok: false; readonly reason: string };

/** Milliseconds. */
const patience = 8_000;

export async function postForm(url: string, body: Readonly<Record<string, string>>): Promise<FormReply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    const reply: unknown = await response.json();
    if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return { ok: false, reason: 'unreachable' };
    if (reply.ok === true) return { ok: true, kind: 'kind' in reply ? reply.kind : undefined };
    return { ok: false, reason: 'reason' in reply && typeof reply.reason === 'string' ? reply.reason : 'unreachable' };
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
}
