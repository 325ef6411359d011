import type { AskWay, GuideHome, GuidePlan, WayReply } from '@lobby/hub/contract';

interface Patience {
  readonly answer: number;
  readonly floor: number;
}

/** Milliseconds. All floors are asked for at once, and the first to ask for them waits until the hub has made them. */
const usualPatience: Patience = { answer: 8_000, floor: 15_000 };

/**
 * What of the building the hub gives to a page that is enrolled with it. Nothing here throws but `mesh`, and nothing takes
 * longer than the patience with it, in milliseconds.
 */
export class GuideFiles {
  readonly #patience: Patience;

  constructor(patience: Patience = usualPatience) {
    this.#patience = patience;
  }

  home(): Promise<GuideHome | undefined> {
    return this.#asked<GuideHome>('/api/guide');
  }

  plan(version: string): Promise<GuidePlan | undefined> {
    return this.#asked<GuidePlan>(`/api/guide/plan/${encodeURIComponent(version)}`);
  }

  way(wish: AskWay): Promise<WayReply | undefined> {
    const headers = { 'content-type': 'application/json' };
    return this.#asked<WayReply>('/api/guide/way', { method: 'POST', headers, body: JSON.stringify(wish) });
  }

  /** Bytes of a floor, by its place in the plan. Rejects when they cannot be had. */
  async mesh(plan: GuidePlan | null, levelId: string): Promise<ArrayBuffer> {
    const floor = plan?.levels.findIndex(({ level }) => level.id === levelId) ?? -1;
    if (plan === null || floor === -1) throw new Error('there is no such floor');
    const signal = AbortSignal.timeout(this.#patience.floor);
    const reply = await fetch(`/api/guide/mesh/${encodeURIComponent(plan.version)}/${floor}`, { signal });
    if (!reply.ok) throw new Error(`the floor was refused: ${reply.status}`);
    return reply.arrayBuffer();
  }

  /** Undefined: the hub did not answer in time, or refused without an answer that the page knows. */
  async #asked<T>(path: string, init: RequestInit = {}): Promise<T | undefined> {
    try {
      const reply = await fetch(path, { ...init, signal: AbortSignal.timeout(this.#patience.answer) });
      return reply.ok ? ((await reply.json()) as T) : undefined;
    } catch {
      return undefined;
    }
  }
}
