import type { GuidePlan } from '../contract/index.ts';
import { Attempts } from './attempts.ts';
import { planOf } from './plan.ts';
import type { Serving } from './serving.ts';
import { Threads } from './threads.ts';

/** Earlier versions that are kept: whoever has just been told a way on one still asks for its plan. */
const kept = 4;

/** The bytes of each floor, in the plan's order. */
type Meshes = readonly Uint8Array<ArrayBuffer>[];

/** The building as it is drawn, flat and in space, in the versions of the last while. */
export class Drawings {
  readonly #plans = new Map<string, GuidePlan>();
  /** By venue. Closures and moves change no walls: its floors serve on, and whoever shows one need not wait. */
  readonly #meshes = new Attempts<Meshes>();
  readonly #threads = new Threads();

  draw(serving: Serving): void {
    const plan = planOf(serving);
    this.#plans.set(plan.version, plan);
    for (const old of [...this.#plans.keys()].slice(0, -kept)) this.#plans.delete(old);
    this.#meshes.keep(new Set([...this.#plans.keys()].map(venueIn)));
  }

  has(version: string): boolean {
    return this.#plans.has(version);
  }

  plan(version: string): GuidePlan | undefined {
    return this.#plans.get(version);
  }

  /** A floor by its place in the plan, as bytes of maps/mesh; made in a thread when the first of a venue is asked for. */
  async mesh(version: string, floor: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const plan = this.#plans.get(version);
    if (plan === undefined) return undefined;
    const meshes = await this.#meshes.get(venueIn(version), () => this.#makeMeshes(plan));
    return meshes?.[floor];
  }

  close(): Promise<void> {
    return this.#threads.close();
  }

  async #makeMeshes({ levels }: GuidePlan): Promise<Meshes | undefined> {
    const made = await this.#threads.ask<Meshes>('mesh-worker.ts', levels);
    return made.ok ? made.reply : undefined;
  }
}

/** The part of a version that names the venue; what follows counts closures and moves. */
function venueIn(version: string): string {
  return version.split('.', 1).join('');
}
