import type { Area } from '@lobby/config';
import type { AreaMode } from '../../contract/index.ts';
import { modesOf } from './area-modes.ts';
import { heardOfAreas } from './storage.ts';
import { areaEvent } from './switch-area.ts';
import type { Database } from '../../store/tables.ts';
import type { MirrorParts } from './take.ts';

const lookMilliseconds = 5_000;

/** Whether a mirrored area has not been heard of for too long; one that was just switched is given the same time. */
export function isSilent(
  area: { readonly mode: AreaMode; readonly since: string | null; readonly heardAt: string | null },
  at: { readonly now: number; readonly silentSeconds: number },
): boolean {
  if (area.mode !== 'mirrored') return false;
  const newest = [area.since, area.heardAt].reduce((one, other) => ((one ?? '') < (other ?? '') ? other : one));
  return newest === null || at.now - Date.parse(newest) > at.silentSeconds * 1_000;
}

/** Since when nothing was heard of a mirrored area, where that is too long ago; null: it is heard, or keeps its own queue. */
export async function silentSince(
  database: Database,
  of: { readonly area: Area; readonly now: number; readonly silentSeconds: number },
): Promise<string | null> {
  const known = (await modesOf(database, [of.area])).get(of.area.id);
  if (known?.mode !== 'mirrored') return null;
  const heardAt = (await heardOfAreas(database)).get(of.area.id)?.[0]?.heardAt ?? null;
  if (!isSilent({ ...known, heardAt }, of)) return null;
  return heardAt ?? known.since ?? new Date(of.now).toISOString();
}

/**
 * Tells everybody when a source falls silent and when it is heard again. Every hub server looks for itself and says so
 * of what it has seen change: a second word of the same thing only has a picture drawn once more.
 */
export class SilenceWatch {
  readonly #parts: MirrorParts & { readonly onTrouble: (error: unknown) => void };
  #silent = new Set<string>();
  #first = true;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;

  constructor(parts: MirrorParts & { readonly onTrouble: (error: unknown) => void }) {
    this.#parts = parts;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look().catch(this.#parts.onTrouble), lookMilliseconds);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #look(): Promise<void> {
    const { plan, store, clock } = this.#parts;
    const modes = await modesOf(store.database, plan.site.areas);
    if (![...modes.values()].some(({ mode }) => mode === 'mirrored') && this.#silent.size === 0) return;
    const heard = await heardOfAreas(store.database);
    const at = { now: clock.now(), silentSeconds: plan.site.mirrored.silentSeconds };
    const silent = new Set<string>();
    for (const [areaId, { mode, since }] of modes)
      if (isSilent({ mode, since, heardAt: heard.get(areaId)?.[0]?.heardAt ?? null }, at)) silent.add(areaId);
    const changed = [...silent.symmetricDifference(this.#silent)];
    this.#silent = silent;
    // What was so when the hub started is no news.
    const isNews = !this.#first;
    this.#first = false;
    if (!isNews || changed.length === 0) return;
    const events = changed.map((areaId) => areaEvent(this.#parts, areaId, { silent: silent.has(areaId) }));
    await store.change(async () => ({ reply: undefined, events }));
  }
}
