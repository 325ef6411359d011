import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { board, deskView, feedEvent } from '@lobby/hub/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FeedReader, type FeedFrame } from './http-feed-reader.ts';
import { expectRefusal, HttpHub, newKey } from './http-hub.ts';

let hub: HttpHub;
let screen: { cookie: string };
let desk: { cookie: string };
beforeAll(async () => {
  hub = await HttpHub.start();
  screen = await hub.browser('screen', 'S-card');
  desk = await hub.desk('D-card-1', '1001');
});
afterAll(() => hub.stop());

/** Sequences of what the hub has stored of the screen's area; the others' events stand between them. */
function eventsOfArea({ after, upTo }: { readonly after: number; readonly upTo: number }): number[] {
  const database = new DatabaseSync(join(hub.data, 'hub.sqlite'), { readOnly: true });
  const rows = database
    .prepare("select sequence from event where area_id = 'cardiology-3f' and sequence > ? and sequence <= ? order by 1")
    .all(after, upTo);
  database.close();
  return rows.map(({ sequence }) => Number(sequence));
}

const named = (name: string) => (frame: FeedFrame) => frame.name === name;
const watchBoard = (headers: Record<string, string> = {}) =>
  FeedReader.open(`${hub.url}/api/screen/feed`, { ...screen, ...headers });
const watchDesk = (headers: Record<string, string> = {}) =>
  FeedReader.open(`${hub.url}/api/desk/feed`, { ...desk, ...headers });
/** Few wait in the demo: a test that only needs something to happen calls the same ticket again. */
let served: { readonly ticketId: string; readonly version: number } | undefined;
const act = async (action: object) => {
  const reply = await hub.post('/api/desk/actions', { key: newKey(), ...action }, desk);
  const { serving } = deskView.parse(reply.said['view']);
  served = serving === null ? undefined : { ticketId: serving.ticketId, version: serving.version };
  return reply;
};
const callNext = () => act({ action: 'next' });
/** As soon as the queue's rules allow it after the last call. */
const recall = () =>
  expect
    .poll(async () => (await act({ action: 'recall', ...served })).status, { timeout: 10_000, interval: 200 })
    .toBe(200);

describe('a terminal', () => {
  test('follows what it is told, from where it had come', async () => {
    const terminal = await hub.terminal();
    const feed = await FeedReader.open(`${hub.url}/api/terminal/feed`, terminal);
    const first = await feed.next();
    expect(first).toMatchObject({ name: 'here', id: expect.stringMatching(/^\d+$/), data: {} });
    feed.leave();
    const again = await FeedReader.open(`${hub.url}/api/terminal/feed`, { ...terminal, 'last-event-id': '999999' });
    expect((await again.upTo(named('here'))).map(({ name }) => name)).toEqual(['reset', 'here']);
    again.leave();
  });

  test('that nobody knows is told nothing', async () => {
    const stranger = { headers: { authorization: 'Bearer of-nobody-at-all' } };
    expectRefusal(await hub.ask('/api/terminal/feed', stranger), 401, 'terminal-unknown');
    expectRefusal(await hub.ask('/api/terminal/feed', { headers: desk }), 401, 'terminal-unknown');
  });
});

describe('a screen', () => {
  test('is shown the board first, then each call before the board that holds it', async () => {
    const feed = await watchBoard();
    const [first] = await feed.upTo(named('board'));
    expect(first?.name).toBe('board');
    const shown = board.parse(first?.data);
    expect(shown.areaId).toBe('cardiology-3f');
    await callNext();
    const frames = await feed.upTo(named('ticket.called'));
    const event = feedEvent.parse(frames.at(-1)?.data);
    expect(frames.at(-1)?.id).toBe(String(event.sequence));
    const after = await feed.upTo(
      (frame) => frame.name === 'board' && board.parse(frame.data).sequence >= event.sequence,
    );
    expect(board.parse(after.at(-1)?.data).calls[0]?.label).toBe(event.body['label']);
    feed.leave();
  });

  test('hears a call in each language of the site', async () => {
    const feed = await watchBoard();
    const shown = board.parse((await feed.upTo(named('board'))).at(-1)?.data);
    feed.leave();
    const paths = shown.calls[0]?.speech ?? [];
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const { status, headers, text } = await hub.ask(path, { headers: screen });
      expect({ status, starts: text.slice(0, 4) }).toEqual({ status: 200, starts: 'RIFF' });
      expect(headers).toMatchObject({
        'content-type': 'audio/wav',
        'cache-control': expect.stringMatching(/^private/),
      });
    }
  });

  test('that comes back gets what it missed, in order and without gaps', async () => {
    const feed = await watchBoard();
    const [first] = await feed.upTo(named('board'));
    feed.leave();
    await callNext();
    await recall();
    const resumed = await watchBoard({ 'last-event-id': String(first?.id) });
    const frames = await resumed.upTo(named('ticket.recalled'));
    resumed.leave();
    expect(frames[0]?.name).toBe('board');
    const events = frames.slice(1).filter(({ id, name }) => id !== undefined && name !== 'board' && name !== 'beat');
    const sequences = events.map(({ data }) => feedEvent.parse(data).sequence);
    expect(sequences).toEqual(eventsOfArea({ after: Number(first?.id), upTo: sequences.at(-1) ?? 0 }));
    expect(events.map(({ name }) => name)).toContain('ticket.called');
  });

  test('that resumes from its last beat misses nothing and hears nothing twice', async () => {
    const feed = await watchBoard();
    await recall();
    await feed.upTo(named('ticket.recalled'));
    const beat = (await feed.upTo(named('beat'))).at(-1);
    feed.leave();
    await recall();
    const resumed = await watchBoard({ 'last-event-id': String(beat?.id) });
    const frames = await resumed.upTo(named('ticket.recalled'));
    const sequences = frames.filter(({ name }) => name.startsWith('ticket.')).map(({ id }) => Number(id));
    expect(Math.min(...sequences)).toBeGreaterThan(Number(beat?.id));
    resumed.leave();
  });

  test('that comes back from another database starts anew', async () => {
    const feed = await watchBoard({ 'last-event-id': '999999999' });
    const frames = await feed.upTo(named('board'));
    expect(frames.map(({ name }) => name)).toEqual(['reset', 'board']);
    feed.leave();
  });

  test.each(['-1', 'abc', '1; drop table', '9'.repeat(40)])('with the rubbish id %s is a new one', async (id) => {
    const feed = await watchBoard({ 'last-event-id': id });
    expect((await feed.next())?.name).toBe('board');
    feed.leave();
  });

  test('acknowledges a call, and its desk sees it', async () => {
    const feed = await watchDesk();
    const reply = await callNext();
    const view = deskView.parse(reply.said['view']);
    await hub.post('/api/screen/shown', { callId: view.serving?.callId }, screen);
    const frames = await feed.upTo(
      (frame) => frame.name === 'desk' && (deskView.parse(frame.data).serving?.shown.length ?? 0) > 0,
    );
    expect(deskView.parse(frames.at(-1)?.data).serving?.shown[0]?.screenId).toBe('S-card');
    feed.leave();
  });

  test('is away for its desk while it follows nothing', async () => {
    const feed = await watchDesk();
    const state = (wanted: string) => (frame: FeedFrame) =>
      frame.name === 'desk' &&
      deskView.parse(frame.data).screens.find(({ screenId }) => screenId === 'S-card')?.state === wanted;
    const watching = await watchBoard();
    await hub.post('/api/screen/sound', { sound: 'on' }, screen);
    await feed.upTo(state('on'));
    watching.leave();
    await feed.upTo(state('away'));
    feed.leave();
  });
});

describe('a hundred screens', () => {
  test('all hear of a call', async () => {
    const feeds = await Promise.all(Array.from({ length: 100 }, () => watchBoard()));
    await Promise.all(feeds.map((feed) => feed.upTo(named('board'))));
    const before = Number((await hub.ask('/api/health')).said['sequence']);
    await recall();
    const heard = await Promise.all(
      feeds.map((feed) => feed.upTo(({ name, id }) => name === 'ticket.recalled' && Number(id) > before)),
    );
    expect(new Set(heard.map((frames) => frames.at(-1)?.id)).size).toBe(1);
    for (const feed of feeds) feed.leave();
  });
});

describe('a desk', () => {
  test('is shown its own view, and follows what others do', async () => {
    const feed = await watchDesk();
    const [first] = await feed.upTo(named('desk'));
    expect(deskView.parse(first?.data).deskId).toBe('D-card-1');
    const other = await hub.desk('D-card-3', '1002');
    const called = await hub.post('/api/desk/actions', { key: newKey(), action: 'next' }, other);
    const taken: unknown = Object(called.said['view']).serving?.ticketId;
    const frames = await feed.upTo(named('ticket.called'));
    expect(feedEvent.parse(frames.at(-1)?.data).body['ticketId']).toBe(taken);
    const after = deskView.parse((await feed.upTo(named('desk'))).at(-1)?.data);
    expect(after.waiting.map(({ ticketId }) => ticketId)).not.toContain(taken);
    feed.leave();
  });

  test('is shown nothing more once its person has logged out', async () => {
    const leaving = await hub.desk('D-card-3', '1002');
    const feed = await FeedReader.open(`${hub.url}/api/desk/feed`, leaving);
    await feed.upTo(named('desk'));
    await hub.ask('/api/desk/logout', { method: 'POST', headers: { ...leaving, origin: hub.url } });
    await feed.ended();
    const again = await FeedReader.open(`${hub.url}/api/desk/feed`, leaving);
    expect(again.status).toBe(401);
    again.leave();
  });
});
