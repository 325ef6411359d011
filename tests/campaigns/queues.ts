import { parseArgs } from 'node:util';
import { playDay } from '@lobby/hub/queue/order/days/play-day.ts';

export const queuesUsage = `npm run campaign -- queues [--days 20000] [--steps 80] [--seed 1]
  invented days under invented policies, played call by call; --steps: how much happens on each`;

/** Plays invented days; true: all that must hold of the order held. Undefined: the words make no sense. */
export function playQueues(words: readonly string[]): boolean | undefined {
  const wish = readWish(words);
  if (wish === undefined) return undefined;
  const started = performance.now();
  let calls = 0;
  let broken = 0;
  for (let seed = wish.seed; seed < wish.seed + wish.days; seed += 1) {
    const day = playDay(seed, wish.steps);
    calls += day.calls;
    if (day.problem === undefined) continue;
    broken += 1;
    console.log(`seed ${seed}: ${day.problem}`);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${wish.days} days, ${calls} calls, ${broken} days on which something did not hold; ${seconds} s`);
  return broken === 0;
}

function readWish(
  words: readonly string[],
): { readonly days: number; readonly steps: number; readonly seed: number } | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...words], options: { days: text, steps: text, seed: text } });
    const wish = {
      days: Number(values.days ?? 20_000),
      steps: Number(values.steps ?? 80),
      seed: Number(values.seed ?? 1),
    };
    return Object.values(wish).every((value) => Number.isInteger(value) && value >= 0) ? wish : undefined;
  } catch {
    return undefined;
  }
}
