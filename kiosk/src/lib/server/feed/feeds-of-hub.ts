import type { Hub } from '@lobby/hub/hub.ts';
import { logFault } from '../fault-log.ts';
import { Feeds } from './feeds.ts';

const feeds = new WeakMap<Hub, Feeds>();
const open = new Set<Feeds>();

/** The event streams of this hub; there is one set of them for each hub. */
export function feedsOf(hub: Hub): Feeds {
  const known = feeds.get(hub);
  if (known !== undefined) return known;
  const made = new Feeds(hub, (error) => void logFault({ where: 'feed', error }));
  feeds.set(hub, made);
  open.add(made);
  return made;
}

/** Ends every event stream, so that a server that stops need not wait for them. */
export function closeFeeds(): void {
  for (const each of open) each.close();
  open.clear();
}
