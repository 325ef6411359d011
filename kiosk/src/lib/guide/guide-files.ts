import type { AskWay, GuideHome, GuidePlan, WayReply } from '@lobby/hub/contract';

/** What of the building the hub gives to a page that is enrolled with it. Nothing here throws but `mesh`. */
export class GuideFiles {
  home(): Promise<GuideHome | undefined> {
    return asked<GuideHome>('/api/guide');
  }

  plan(version: string): Promise<GuidePlan | undefined> {
    return asked<GuidePlan>(`/api/guide/plan/${encodeURIComponent(version)}`);
  }

  way(wish: AskWay): Promise<WayReply | undefined> {
    const headers = { 'content-type': 'application/json' };
    return asked<WayReply>('/api/guide/way', { method: 'POST', headers, body: JSON.stringify(wish) });
  }

  /** Bytes of a floor, by its place in the plan. Rejects when they cannot be had. */
  async mesh(plan: GuidePlan | null, levelId: string): Promise<ArrayBuffer> {
    const floor = plan?.levels.findIndex(({ level }) => level.id === levelId) ?? -1;
    if (plan === null || floor === -1) throw new Error('there is no such floor');
    const reply = await fetch(`/api/guide/mesh/${encodeURIComponent(plan.version)}/${floor}`);
    if (!reply.ok) throw new Error(`the floor was refused: ${reply.status}`);
    return reply.arrayBuffer();
  }
}

/** Undefined: the hub was not reached, or refused without an answer that the page knows. */
async function asked<T>(path: string, init?: RequestInit): Promise<T | undefined> {
  try {
    const reply = await fetch(path, init);
    return reply.ok ? ((await reply.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}
