import type { MirroredItem } from '../../../contract/index.ts';
import type { QueueListener } from '../../port.ts';
import type { OwnQueue } from './own-queue.ts';

/** Doctors call in the clinics whose queues somebody follows; elsewhere they use the desks of the hub. */
export class WorkingDoctors {
  readonly #queue: OwnQueue;
  readonly #listeners = new Set<{ readonly clinics: readonly string[]; readonly listener: QueueListener }>();

  constructor(queue: OwnQueue) {
    this.#queue = queue;
  }

  follow(clinics: readonly string[], listener: QueueListener): () => void {
    const follower = { clinics, listener };
    this.#listeners.add(follower);
    return () => this.#listeners.delete(follower);
  }

  get clinics(): readonly string[] {
    return [...new Set([...this.#listeners].flatMap(({ clinics }) => clinics))];
  }

  /** What the doctors do now, told to whoever follows; a hospital that is away calls, and nobody outside hears of it. */
  work(isHeard: boolean): readonly MirroredItem[] {
    return this.clinics.flatMap((clinic) => {
      const items = this.#queue.work(clinic);
      if (items.length > 0 && isHeard)
        for (const { clinics, listener } of this.#listeners) if (clinics.includes(clinic)) listener(items);
      return items;
    });
  }
}
