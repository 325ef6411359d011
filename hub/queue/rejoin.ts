import type { QueuePolicy } from '@lobby/config';
import { placementOf } from './order/stand.ts';

interface Missed {
  readonly state: string;
  readonly misses: number;
  /** When its call counted as missed. ISO, UTC. */
  readonly endedAt: string | null;
}

/** Whether whoever missed a call may check in again: not once the number is void. */
export function mayRejoin(policy: QueuePolicy, { misses }: Pick<Missed, 'misses'>): boolean {
  return placementOf(policy, { lane: 'missed', misses })?.rule !== 'void';
}

/** When a missed ticket waits again by itself, milliseconds; undefined: its patient has to check in. */
export function rejoinsAt(policy: QueuePolicy, ticket: Missed): number | undefined {
  const { rejoin } = policy.missed;
  if (rejoin.rule !== 'itself' || ticket.state !== 'missed' || ticket.endedAt === null) return undefined;
  if (ticket.misses > rejoin.most || !mayRejoin(policy, ticket)) return undefined;
  return Date.parse(ticket.endedAt) + rejoin.minutes * 60_000;
}
