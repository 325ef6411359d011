import type { Board, DeskView, FeedEvent, FleetView, HelpBoard } from '@lobby/hub/contract';
import { eventTypes } from '@lobby/hub/contract/event-types.ts';

/** What a feed says: a whole picture, one event, a gap that a picture will fill, or that it is alive. */
export type FeedMessage =
  | { readonly kind: 'board'; readonly board: Board }
  | { readonly kind: 'desk'; readonly desk: DeskView }
  | { readonly kind: 'help'; readonly help: HelpBoard }
  | { readonly kind: 'fleet'; readonly fleet: FleetView }
  | { readonly kind: 'event'; readonly event: FeedEvent }
  | { readonly kind: 'reset' }
  | { readonly kind: 'beat'; readonly at: string };

/** Names under which server-sent events arrive on a feed. */
export const feedNames = ['board', 'desk', 'help', 'fleet', 'reset', 'beat', ...eventTypes] as const;
export type FeedName = (typeof feedNames)[number];

/** Reads one server-sent event; undefined when it is not what the contract says. */
export function readFeedMessage(name: FeedName, data: string): FeedMessage | undefined {
  if (name === 'reset') return { kind: 'reset' };
  const content = parsed(data);
  if (content === undefined) return undefined;
  switch (name) {
    case 'board':
      return isBoard(content) ? { kind: 'board', board: content } : undefined;
    case 'desk':
      return isDesk(content) ? { kind: 'desk', desk: content } : undefined;
    case 'help':
      return isHelp(content) ? { kind: 'help', help: content } : undefined;
    case 'fleet':
      return isFleet(content) ? { kind: 'fleet', fleet: content } : undefined;
    case 'beat':
      return typeof content['at'] === 'string' ? { kind: 'beat', at: content['at'] } : undefined;
    default:
      return isEvent(content) ? { kind: 'event', event: content } : undefined;
  }
}

type Content = Readonly<Record<string, unknown>>;

function parsed(data: string): Content | undefined {
  try {
    const content: unknown = JSON.parse(data);
    return isContent(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function isContent(content: unknown): content is Content {
  return typeof content === 'object' && content !== null && !Array.isArray(content);
}

// The hub checks what it sends; these guards only keep a foreign or cut-off answer from breaking a page.
function isBoard(content: Content): content is Content & Board {
  return typeof content['areaId'] === 'string' && hasLists(content, ['calls', 'rooms', 'waiting', 'missed']);
}

function isDesk(content: Content): content is Content & DeskView {
  return typeof content['deskId'] === 'string' && hasLists(content, ['queues', 'waiting', 'missed', 'screens']);
}

function isHelp(content: Content): content is Content & HelpBoard {
  return typeof content['escalateSeconds'] === 'number' && hasLists(content, ['requests']);
}

function isFleet(content: Content): content is Content & FleetView {
  return hasLists(content, ['terminals', 'screens', 'desks']);
}

function isEvent(content: Content): content is Content & FeedEvent {
  return typeof content['sequence'] === 'number' && typeof content['type'] === 'string' && isContent(content['body']);
}

function hasLists(content: Content, keys: readonly string[]): boolean {
  return keys.every((key) => Array.isArray(content[key]));
}
