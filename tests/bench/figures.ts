/** One line of the benchmark table. */
export interface Figure {
  readonly what: string;
  readonly reached: string;
  /** What is aimed at, or what the other implementation reaches. */
  readonly beside: string;
}

/** The value below which a share (0 to 1) of the samples lies. Empty: NaN. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

/** p50 and p95 of samples in milliseconds. */
export function spread(samples: readonly number[]): string {
  return `p50 ${milliseconds(percentile(samples, 0.5))}, p95 ${milliseconds(percentile(samples, 0.95))}`;
}

/** Runs `work` over all items, at most `width` at a time; gives how long each took, in milliseconds. */
export async function timeEach<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<{ readonly samples: readonly number[]; readonly seconds: number }> {
  const samples: number[] = [];
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      const started = performance.now();
      await work(item);
      samples.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: width }, worker));
  return { samples, seconds: (performance.now() - started) / 1000 };
}
