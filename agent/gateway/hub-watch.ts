/** Whether this terminal can work with the hub, and why not. */
export type HubState =
  | { readonly state: 'here' }
  /** `unreachable`: no answer; `not-enrolled`: it answers, but does not know this terminal. */
  | { readonly state: 'away'; readonly why: 'unreachable' | 'not-enrolled' };

export interface HubWatch {
  readonly now: HubState;
  onChange(listener: (state: HubState) => void): () => void;
  /** Something went wrong with the hub: look at once. */
  doubt(): void;
  /** Looks now, or waits for the look that is under way; at most one a moment. */
  look(): Promise<HubState>;
  /** There is news to report: looks now, and once more when a look is under way that may have missed it. */
  refresh(): void;
  stop(): void;
}

/** Watches by `probe`: at the start, on every doubt, and while the hub is away again and again. */
export function watchHub(options: {
  readonly probe: () => Promise<HubState>;
  readonly pauses: readonly number[];
}): HubWatch {
  const listeners = new Set<(state: HubState) => void>();
  let now: HubState = { state: 'away', why: 'unreachable' };
  let looking: Promise<HubState> | undefined;
  let next: NodeJS.Timeout | undefined;
  let failures = 0;
  let stopped = false;

  const settle = (found: HubState): HubState => {
    looking = undefined;
    if (stopped) return now;
    const changed =
      found.state !== now.state || (found.state === 'away' && now.state === 'away' && found.why !== now.why);
    now = found;
    failures = found.state === 'here' ? 0 : failures + 1;
    if (found.state === 'away') scheduleNext();
    if (changed) listeners.forEach((listener) => listener(found));
    return found;
  };
  const scheduleNext = (): void => {
    const pause = options.pauses[Math.min(failures, options.pauses.length) - 1] ?? 2_000;
    next = setTimeout(() => void look(), pause);
  };
  const look = (): Promise<HubState> => {
    clearTimeout(next);
    looking ??= options
      .probe()
      .catch((): HubState => ({ state: 'away', why: 'unreachable' }))
      .then(settle);
    return looking;
  };

  return {
    get now() {
      return now;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    doubt() {
      if (!stopped && now.state === 'here') void look();
    },
    look,
    refresh() {
      if (looking === undefined) void look();
      else void looking.then(() => (stopped ? now : look()));
    },
    stop() {
      stopped = true;
      clearTimeout(next);
      listeners.clear();
    },
  };
}
