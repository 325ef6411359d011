import { createSubscriber } from 'svelte/reactivity';
import type { AnyActorRef, SnapshotFrom } from 'xstate';

/** An actor as a component sees it: whoever reads the snapshot follows every transition, until it is torn down. */
export class ActorView<A extends AnyActorRef> {
  readonly #actor: A;
  readonly #subscribe: () => void;

  constructor(actor: A) {
    this.#actor = actor;
    this.#subscribe = createSubscriber((update) => {
      const subscription = actor.subscribe(update);
      return () => subscription.unsubscribe();
    });
  }

  get snapshot(): SnapshotFrom<A> {
    this.#subscribe();
    return this.#actor.getSnapshot();
  }
}
