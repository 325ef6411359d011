/** How long a call may be undone. */
export const undoMilliseconds = 30_000;

/** Until when a first call may be undone; null: no longer, or never. Instants are ISO, UTC. */
export function undoUntil(call: { readonly calledAt: string; readonly times: number }, now: number): string | null {
  const until = Date.parse(call.calledAt) + undoMilliseconds;
  return call.times === 1 && now <= until ? new Date(until).toISOString() : null;
}
