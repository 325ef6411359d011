import type { Board, DeskView, FeedEvent, FleetView, HelpBoard } from '@lobby/hub/contract';
import type { FeedMessage } from './feed-message.ts';
import { openFeedStream, type StreamState } from './feed-stream.ts';
import { joinSharedFeed } from './join-shared-feed.ts';

/** What a page does with a feed. Everything is optional: a page takes what it needs. */
export interface FeedHandlers {
  /** The picture of a waiting area: on connection and after every event that changes it. */
  readonly board?: (board: Board) => void;
  /** The picture of a desk, likewise. */
  readonly desk?: (desk: DeskView) => void;
  /** The volunteers' board, likewise. */
  readonly help?: (board: HelpBoard) => void;
  /** The picture of everything that stands in the hospital, likewise. */
  readonly fleet?: (fleet: FleetView) => void;
  /** One event; those missed during a short break come first, in order. */
  readonly event?: (event: FeedEvent) => void;
  /** Some events are gone for good; a fresh picture follows. */
  readonly reset?: () => void;
  /** The hub is alive; its time as an ISO instant. Every 5 s. */
  readonly beat?: (at: string) => void;
  /** `live` from the first message of a connection, `lost` from the moment it breaks or falls silent. */
  readonly state?: (state: StreamState) => void;
}

/**
 * Follows a feed of the hub, such as /api/screen/feed, until the returned function is called. Tabs that follow the
 * same address share one connection, since a browser has only six to one HTTP/1.1 server. The state is unknown until the
 * first `state` is told. A page that joins later gets the latest picture at once.
 */
export function followFeed(url: string, handlers: FeedHandlers): () => void {
  const address = new URL(url, location.href).href;
  const follower = {
    message: (message: FeedMessage): void => handOver(message, handlers),
    state: (state: StreamState): void => handlers.state?.(state),
  };
  return typeof SharedWorker === 'undefined' ? openFeedStream(address, follower) : joinSharedFeed(address, follower);
}

function handOver(message: FeedMessage, handlers: FeedHandlers): void {
  switch (message.kind) {
    case 'board':
      return handlers.board?.(message.board);
    case 'desk':
      return handlers.desk?.(message.desk);
    case 'help':
      return handlers.help?.(message.help);
    case 'fleet':
      return handlers.fleet?.(message.fleet);
    case 'event':
      return handlers.event?.(message.event);
    case 'reset':
      return handlers.reset?.();
    case 'beat':
      return handlers.beat?.(message.at);
  }
}
