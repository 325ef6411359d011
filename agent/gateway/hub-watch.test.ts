import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchHub, type HubState } from './hub-watch.ts';

const here: HubState = { state: 'here' };
const away: HubState = { state: 'away', why: 'unreachable' };

describe('a terminal that watches the hub', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watching() {
    let answer = away;
    let probes = 0;
    const told: string[] = [];
    const probe = async (): Promise<HubState> => {
      probes += 1;
      return answer;
    };
    const watch = watchHub({ probe, pauses: [2_000, 4_000] });
    watch.onChange((state) => told.push(state.state));
    return { watch, told, probes: () => probes, set: (state: HubState) => void (answer = state) };
  }

  it('starts as away and looks again with growing pauses', async () => {
    const { watch, probes } = watching();
    await watch.look();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(probes()).toBe(2);
    await vi.advanceTimersByTimeAsync(3_900);
    expect(probes()).toBe(2);
    await vi.advanceTimersByTimeAsync(4_100);
    expect(probes()).toBe(4);
    watch.stop();
  });

  it('says once that the hub is here, and looks no more until there is a doubt', async () => {
    const { watch, probes, told, set } = watching();
    set(here);
    await watch.look();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(probes()).toBe(1);
    set(away);
    watch.doubt();
    watch.doubt();
    await vi.advanceTimersByTimeAsync(0);
    expect(probes()).toBe(2);
    expect(told).toEqual(['here', 'away']);
    watch.stop();
  });

  it('shares one look among all who ask at the same moment', async () => {
    const { watch, probes } = watching();
    await Promise.all([watch.look(), watch.look(), watch.look()]);
    expect(probes()).toBe(1);
    watch.stop();
  });

  it('looks once more when there is news during a look', async () => {
    const { watch, probes, set } = watching();
    set(here);
    const looking = watch.look();
    watch.refresh();
    await looking;
    await vi.advanceTimersByTimeAsync(0);
    expect(probes()).toBe(2);
    watch.stop();
  });
});
