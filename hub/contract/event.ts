import { z } from 'zod';
import { eventTypes } from './event-types.ts';
import { instant } from './words.ts';

export { eventTypes, type EventType } from './event-types.ts';

/**
 * One entry of the event feed. `sequence` rises by one from commit to commit, without gaps, in commit order.
 * `areaId` and `queueId` say whom it concerns; null: nobody's queue.
 */
export const feedEvent = z.object({
  sequence: z.number().int(),
  type: z.enum(eventTypes),
  version: z.literal(1),
  at: instant,
  businessDate: z.iso.date(),
  areaId: z.string().nullable(),
  queueId: z.string().nullable(),
  body: z.record(z.string(), z.unknown()),
});
export type FeedEvent = z.infer<typeof feedEvent>;

/*
 * How pages follow (server-sent events, GET /api/screen/feed and GET /api/desk/feed):
 *   event: board | desk     data: Board | DeskView, sent on connection and after every event that changes it
 *   event: <event type>     id: sequence, data: FeedEvent, the ones of the area, those missed since Last-Event-ID included
 *   event: reset            the Last-Event-ID is older than the feed keeps; a fresh board or desk follows
 *   event: beat             data: {"at": instant}, every 5 s, so that a page knows the age of what it shows
 */
