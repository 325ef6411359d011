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
 * Sends one thing that is wanted until the hub answers, and gives the answer; undefined when nobody answered who could
 * know. Every attempt carries the same key, so however often it arrives it is done once.
 */
export async function sendUntilAnswered(
  wanted: { readonly url: string; readonly body: { readonly key: string } },
  { fetch, wait, onRetry }: Sending,
): Promise<{ readonly reply: unknown } | undefined> {
  for (const pause of [0, ...pauses]) {
    if (pause > 0) {
      onRetry();
      await wait(pause);
    }
    const answered = await attempt(wanted, fetch);
    if (answered !== undefined) return answered;
  }
  return undefined;
}

async function attempt(
  { url, body }: { readonly url: string; readonly body: unknown },
  send: typeof fetch,
): Promise<{ readonly reply: unknown } | undefined> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(attemptLimit),
    });
    if (response.status === 503) return undefined;
    return { reply: await response.json() };
  } catch {
    return undefined;
  }
}

/** How a page sends: by the browser, with the browser's clock. */
export function browserSending(onRetry: () => void): Sending {
  return {
    fetch: (...request) => fetch(...request),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onRetry,
  };
}
