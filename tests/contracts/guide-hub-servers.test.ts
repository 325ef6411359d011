import { expect, test } from 'vitest';
import { openTestHub, testPlace, until } from '../support/test-hub.ts';
import {
  ask,
  cardiology,
  change,
  lift,
  mappedSite,
  payloadOf,
  publishLittleMap,
  spareDownstairs,
  wayThere,
} from '../support/mapped-hub.ts';

async function twoHubs() {
  const place = await testPlace('postgres');
  const one = await openTestHub(place, { site: mappedSite() });
  const other = await openTestHub({ ...place, folder: (await testPlace('sqlite')).folder }, { site: mappedSite() });
  return { one: one.hub, other: other.hub };
}

test('what is published, closed and moved at one hub server is so at the other, under the same version', async () => {
  const { one, other } = await twoHubs();
  const published = await publishLittleMap(one);
  await until(async () => (await other.guide.home({})).version === published, 'the map at the other hub server');
  const closed = await change(one, { change: 'closed', feature: lift });
  const version = closed.ok ? closed.version : '';
  await until(async () => (await other.guide.home({})).version === version, 'the closure at the other hub server');
  expect(await ask(other, 'step-free')).toMatchObject({ ok: false, reason: 'closed' });
  const moved = await change(other, { change: 'moved', occupant: cardiology, unit: spareDownstairs });
  await until(
    async () => (await one.guide.home({})).version === (moved.ok && moved.version),
    'the move at the first one',
  );
  expect((await wayThere(one, 'step-free')).to.level.sign.zh).toBe('1');
});

test('a link that one hub server has signed is good at the other', async () => {
  const { one, other } = await twoHubs();
  const version = await publishLittleMap(one);
  await until(async () => (await other.guide.home({})).version === version, 'the map at the other hub server');
  const payload = payloadOf(await wayThere(one));
  expect(await other.guide.phoneWay({ payload }, '192.0.2.1')).toMatchObject({ ok: true });
});

test('two operators who change the map at once at two hub servers are both heard', async () => {
  const { one, other } = await twoHubs();
  const version = await publishLittleMap(one);
  await until(async () => (await other.guide.home({})).version === version, 'the map at the other hub server');
  const replies = await Promise.all([
    change(one, { change: 'closed', feature: lift }),
    change(other, { change: 'moved', occupant: cardiology, unit: spareDownstairs }),
  ]);
  expect(new Set(replies.map((reply) => (reply.ok ? reply.version : reply.reason))).size).toBe(2);
  for (const hub of [one, other])
    await until(async () => (await hub.guide.view()).changes.length === 2, 'both changes at both hub servers');
});
