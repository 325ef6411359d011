import type { Feed } from '@lobby/hub/hub.ts';
import { expect, test } from 'vitest';
import { Channel } from './channel.ts';
import { Follower } from './follower.ts';

const loggedOut = {
  sequence: 8,
  type: 'staff.changed',
  version: 1,
  at: '2026-11-23T01:00:00.000Z',
  businessDate: '2026-11-23',
  areaId: null,
  queueId: null,
  body: { action: 'disable' },
} as const;

test('whoever is logged out while the first picture is made for them is shown none', async () => {
  const made = Promise.withResolvers<{ readonly sequence: number }>();
  const feed: Pick<Feed, 'newest'> = { newest: () => Promise.resolve(7) };
  const channel = new Channel({
    name: 'desk',
    concerns: () => true,
    feed: feed as Feed,
    load: () => made.promise,
    encode: () => new Uint8Array(),
    onFault: (error) => {
      throw error;
    },
    now: () => 0,
  });
  let welcome = true;
  const follower = new Follower({ stillWelcome: () => Promise.resolve(welcome) });
  const joined = channel.join(follower, undefined);
  welcome = false;
  channel.hear([loggedOut]);
  made.resolve({ sequence: 8 });
  await joined;
  const text = await new Response(follower.stream).text();
  expect(text).not.toContain('event: desk');
  expect(channel.empty).toBe(true);
  channel.close();
});
