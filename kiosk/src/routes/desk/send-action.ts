import type { DeskAction, DeskRefusal, DeskView } from '@lobby/hub/contract';

/** What became of an action. `no-answer`: it may or may not have been done. */
export type ActionOutcome =
  | { readonly kind: 'done'; readonly view: DeskView }
  | { readonly kind: 'refused'; readonly reason: DeskRefusal; readonly view: DeskView | null }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-answer' };

export interface Sending {
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told before each further attempt. */
  readonly onRetry: () => void;
}

/** Milliseconds before each further attempt. */
const pauses = [500, 1_000, 2_000, 3_000];
/** Milliseconds that one attempt may take. */
const attemptLimit = 4_000;

/**
 * Sends an action until the hub answers. Every attempt carries the same key, so however often it arrives it is done once.
 */
export async function sendAction(action: DeskAction, { fetch, wait, onRetry }: Sending): Promise<ActionOutcome> {
  for (const pause of [0, ...pauses]) {
    if (pause > 0) {
      onRetry();
      await wait(pause);
    }
    const outcome = await attempt(action, fetch);
    if (outcome !== undefined) return outcome;
  }
  return { kind: 'no-answer' };
}

/** One attempt; undefined when nobody answered who could know. */
async function attempt(action: DeskAction, send: typeof fetch): Promise<ActionOutcome | undefined> {
  try {
    const response = await send('/api/desk/actions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(action),
      signal: AbortSignal.timeout(attemptLimit),
    });
    if (response.status === 503) return undefined;
    const reply: unknown = await response.json();
    return outcomeOf(reply);
  } catch {
    return undefined;
  }
}

const refusals: ReadonlySet<unknown> = new Set<DeskRefusal>([
  'nobody-waits',
  'not-your-ticket',
  'already-done',
  'not-logged-in',
  'desk-unknown',
]);

/** The hub checks what it sends; this tells its replies from the refusals of the server before it. */
function outcomeOf(reply: unknown): ActionOutcome {
  if (!isRecord(reply)) return { kind: 'failed' };
  const view = isView(reply['view']) ? reply['view'] : null;
  if (reply['ok'] === true && view !== null) return { kind: 'done', view };
  const { reason } = reply;
  return isRefusal(reason) ? { kind: 'refused', reason, view } : { kind: 'failed' };
}

function isRefusal(reason: unknown): reason is DeskRefusal {
  return refusals.has(reason);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isView(value: unknown): value is DeskView {
  return isRecord(value) && typeof value['deskId'] === 'string' && Array.isArray(value['waiting']);
}
