import { agendaReply, checkInReply, ticketPage } from '@lobby/hub/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FeedReader } from './http-feed-reader.ts';
import { expectRefusal, HttpHub, newKey } from './http-hub.ts';

let hub: HttpHub;
let ticketId: string;
beforeAll(async () => {
  hub = await HttpHub.start();
  const visit = await hub.visit('wang-xiuying', await hub.terminal());
  const day = agendaReply.parse((await hub.ask(`/api/visits/${visit.id}/agenda`, { headers: visit.headers })).said);
  const stepId = day.ok ? day.agenda.next?.stepId : undefined;
  const body = { key: newKey(), stepId };
  const reply = checkInReply.parse(
    (await hub.ask(`/api/visits/${visit.id}/check-in`, { method: 'POST', body, headers: visit.headers })).said,
  );
  ticketId = reply.ok ? reply.ticket.ticketId : '';
});
afterAll(() => hub.stop());

const watch = () => FeedReader.open(`${hub.url}/api/tickets/${ticketId}/feed`, {});

test('a phone is told of its number, and of nobody else', async () => {
  const feed = await watch();
  const [told] = await feed.upTo(({ name }) => name === 'ticket');
  const page = ticketPage.parse(told?.data);
  expect(page.state).toBe('waiting');
  expect(JSON.stringify(told)).not.toMatch(/王|wang/i);
  feed.leave();
});

test('a number that nobody has is told so, and a feed has no head', async () => {
  expectRefusal(await hub.ask('/api/tickets/0199a1b2-0000-7000-8000-000000000000/feed'), 404, 'no-such-ticket');
  expect((await hub.ask(`/api/tickets/${ticketId}/feed`, { method: 'HEAD' })).status).toBe(405);
});

test('so many phones at one address are told that there is no room, until one of them goes', async () => {
  const feeds: FeedReader[] = [];
  for (let open = await watch(); open.status === 200; open = await watch()) feeds.push(open);
  expect(feeds.length).toBe(300);
  expectRefusal(await hub.ask(`/api/tickets/${ticketId}/feed`), 503, 'too-many-streams');
  feeds.pop()?.leave();
  await expect
    .poll(async () => {
      const again = await watch();
      again.leave();
      return again.status;
    })
    .toBe(200);
  for (const feed of feeds) feed.leave();
});
