import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { countScan } from './storage.ts';

/** A queue of people at a service desk is slower than this; whoever tries out numbers is not. */
const scansAMinute = 30;
const minuteMilliseconds = 60_000;

/** Counts a scan of a staff member; false when there were too many in this minute, whichever hub server counted them. */
export async function mayScan(scan: {
  readonly store: Store;
  readonly clock: Clock;
  readonly staffId: string;
}): Promise<boolean> {
  const began = Math.floor(scan.clock.now() / minuteMilliseconds) * minuteMilliseconds;
  const minute = new Date(began).toISOString();
  const scans = await scan.store.change(async (transaction) => ({
    reply: await countScan(transaction, scan.staffId, minute),
    events: [],
  }));
  return scans <= scansAMinute;
}
