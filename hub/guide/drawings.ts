import type { GuidePlan } from '../contract/index.ts';
import { planOf } from './plan.ts';
import type { Serving } from './serving.ts';
import { Threads } from './threads.ts';

/** Earlier versions that are kept: whoever has just been told a way on one still asks for its plan. */
const kept = 4;

/** The bytes of each floor, in the plan's order. */
type Meshes = readonly Uint8Array<ArrayBuffer>[];

interface Drawn {
  readonly plan: GuidePlan;
  /** Once somebody has asked for one. */
  meshes?: Promise<Meshes>;
}

/** The building as it is drawn, flat and in space, in the versions of the last while. */
export class Drawings {
  readonly #drawn = new Map<string, Drawn>();
  readonly #threads = new Threads();

  draw(serving: Serving): void {
    const plan = planOf(serving);
    // Closures and moves change no walls: the floors of the same venue serve on, and whoever shows one need not wait.
    const earlier = [...this.#drawn.values()].findLast((one) => venueIn(one.plan.version) === venueIn(plan.version));
    this.#drawn.set(plan.version, { plan, ...(earlier?.meshes && { meshes: earlier.meshes }) });
    for (const old of [...this.#drawn.keys()].slice(0, -kept)) this.#drawn.delete(old);
  }

  has(version: string): boolean {
    return this.#drawn.has(version);
  }

  plan(version: string): GuidePlan | undefined {
    return this.#drawn.get(version)?.plan;
  }

  /** A floor by its place in the plan, as bytes of maps/mesh; made in a thread when the first of a version is asked for. */
  async mesh(version: string, floor: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const drawn = this.#drawn.get(version);
    if (drawn === undefined) return undefined;
    drawn.meshes ??= this.#makeMeshes(drawn.plan);
    const meshes = await drawn.meshes;
    // Asked for again it is tried again.
    if (meshes.length === 0) delete drawn.meshes;
    return meshes[floor];
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  async #makeMeshes({ levels }: GuidePlan): Promise<Meshes> {
    const made = await this.#threads.ask<Meshes>('mesh-worker.ts', levels);
    return made.ok ? made.reply : [];
  }
}

/** The part of a version that names the venue; what follows counts closures and moves. */
function venueIn(version: string): string | undefined {
  return version.split('.')[0];
}
