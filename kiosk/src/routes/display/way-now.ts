import type { WayToRoom } from '@lobby/display/calls/screen-guide.ts';
import type { WayReply } from '@lobby/hub/contract';

/**
 * What a screen shows of a room after an answer of the hub. A map that never led there says nothing; one that led there a
 * moment ago, or would if nothing were closed, is worth a word to whoever is called.
 */
export function wayNow(reply: WayReply, before: WayToRoom | undefined): WayToRoom {
  if (reply.ok) return { of: 'way', way: reply.way };
  const wasThere = before !== undefined && before.of !== 'none';
  return { of: reply.reason === 'closed' || wasThere ? 'gone' : 'none' };
}
