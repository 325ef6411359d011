import type { MirroredItem, MirroredTicket } from '../contract/index.ts';

/** A queue that the hospital keeps itself, as it stood at one moment: ISO, UTC. */
export interface HospitalQueue {
  readonly occurredAt: string;
  readonly tickets: readonly MirroredTicket[];
}

/** Hears what happens in queues of the hospital, as it happens. */
export type QueueListener = (items: readonly MirroredItem[]) => void;
