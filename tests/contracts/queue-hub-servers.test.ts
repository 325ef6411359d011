import { expect, test } from 'vitest';
import { fillQueue } from '../support/fill-queue.ts';
import { checkInWithCard, newKey, openTestHub, sitDown, testPlace, until } from '../support/test-hub.ts';

test('two desks at two hub servers press next at once: never the same ticket', async () => {
  const place = await testPlace('postgres');
  const one = await openTestHub(place);
  const other = await openTestHub({ ...place, folder: (await testPlace('sqlite')).folder });
  await fillQueue({ tables: one.tables, kind: 'postgres', site: one.hub.site, clock: one.clock }, 'cardiology', 95);
  const desks = [
    { hub: one.hub, id: 'D-card-3', token: await sitDown(one.hub, 'D-card-3', '1001') },
    { hub: other.hub, id: 'D-card-1', token: await sitDown(other.hub, 'D-card-1', '1002') },
  ];
  for (let round = 0; round < 50; round += 1) {
    await Promise.all(desks.map(({ hub, id, token }) => hub.desks.act(id, token, { key: newKey(), action: 'next' })));
  }
  const calls = await one.tables.selectFrom('call').select('ticket_id').execute();
  expect([calls.length, new Set(calls.map((call) => call.ticket_id)).size]).toEqual([95, 95]);
});

test('a call made at one hub server is on the board of the other as soon as its feed says so', async () => {
  const place = await testPlace('postgres');
  const one = await openTestHub(place);
  const other = await openTestHub({ ...place, folder: (await testPlace('sqlite')).folder });
  expect(await other.hub.boards.board('cardiology-3f')).toMatchObject({ calls: [], waitingCount: 0 });
  const seen: string[] = [];
  other.hub.feed.follow(
    (events) => seen.push(...events.map((event) => event.type)),
    () => undefined,
  );
  await checkInWithCard(one.hub, 'zhang-jianming');
  const token = await sitDown(one.hub, 'D-card-3', '1001');
  await one.hub.desks.act('D-card-3', token, { key: newKey(), action: 'next' });
  await until(() => seen.includes('ticket.called'), 'the call at the other hub server');
  expect(seen).toEqual(['ticket.checked-in', 'desk.login', 'ticket.called']);
  expect(await other.hub.boards.board('cardiology-3f')).toMatchObject({ calls: [{ label: 'A001', who: '张*明' }] });
});

test('a screen that has moved to another hub server stays connected when the first one notices that it left', async () => {
  const place = await testPlace('postgres');
  const one = await openTestHub(place);
  const other = await openTestHub({ ...place, folder: (await testPlace('sqlite')).folder });
  for (const { hub } of [one, other]) {
    hub.fleet.screenConnected('S-card', true);
    await hub.boards.sound('S-card', 'muted');
  }
  one.hub.fleet.screenConnected('S-card', false);
  await one.hub.boards.sound('S-card', 'muted');
  expect(await one.hub.desks.view('D-card-3')).toMatchObject({ screens: [{ screenId: 'S-card', state: 'muted' }] });
});
