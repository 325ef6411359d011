import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { newKey, openTestHub, testDatabases, testPlace, until } from '../support/test-hub.ts';
import { littleMap } from '../support/little-map.ts';
import { ask, change, lift, mappedSite, operator, publish, publishLittleMap, wayThere } from '../support/mapped-hub.ts';

const onlyMapping = zipSync({
  'tables.yaml': strToU8(`name: { zh: 医院 }
nodes: { columns: { id: id, x: x, y: y, floor: floor } }
edges: { columns: { from: a, to: b } }
scale: { metres: 1 }
floors: ['1']
`),
});

describe.each(testDatabases)('a map that is published, on %s', (kind) => {
  const open = async () => openTestHub(await testPlace(kind), { site: mappedSite() });

  test.each([
    [
      'that is no zip',
      strToU8('绍城医院'),
      'venue-unusable',
      /^little\.zip is no/,
      /不能用。little\.zip 不是完整的 zip/,
    ],
    ['without a shape', zipSync({ 'unit.geojson': strToU8('{}') }), 'venue-unusable', /no feature/, /形状读得出来/],
    ['of tables without the tables', onlyMapping, 'venue-unusable', /^nodes\.csv is missing/, /缺少文件 nodes\.csv/],
    [
      'without a terminal',
      littleMap({ terminal: 'K99' }),
      'venue-device-missing',
      /lacks terminal K01/,
      /没有自助机 K01/,
    ],
    [
      'whose terminal looks nowhere',
      littleMap({ heading: null }),
      'venue-device-heading',
      /terminal K01/,
      /自助机 K01/,
    ],
  ] as const)('%s is refused in a sentence, and the one before it serves on', async (...refused) => {
    const [, archive, reason, en, zh] = refused;
    const { hub } = await open();
    const version = await publishLittleMap(hub);
    const reply = await publish(hub, archive);
    const said = { zh: expect.stringMatching(zh), en: expect.stringMatching(en) };
    expect(reply).toMatchObject({ ok: false, reason, said });
    expect((await wayThere(hub)).version).toBe(version);
    expect((await hub.guide.view()).published).toMatchObject({ name: 'little.zip', by: operator });
  });

  test('takes the place of the one before it with all that was changed by hand', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    await change(hub, { change: 'closed', feature: lift });
    const reply = await publish(hub, littleMap({ name: '新院' }), 'new.zip');
    const view = await hub.guide.view();
    expect(view).toMatchObject({
      version: reply.ok ? reply.version : '',
      published: { name: 'new.zip', venue: { zh: '新院' }, counts: { levels: 2, connectors: 2 } },
      changes: [{ applies: true }],
    });
    expect(await ask(hub, 'step-free')).toMatchObject({ ok: false, reason: 'closed' });
  });

  test('without a room says so to whoever asks for it, and leads there again once it is on the map', async () => {
    const { hub } = await open();
    await publishLittleMap(hub);
    expect((await wayThere(hub)).to.level.sign.zh).toBe('2');
    const without = ['cardiology', 'cardiology anchor', 'hall 2', 'hall door 2'];
    await publish(hub, littleMap({ name: '新院', without }), 'new.zip');
    expect(await ask(hub)).toEqual({ ok: false, reason: 'to-unknown', profilesWithAWay: [] });
    await publish(hub, littleMap({ name: '旧院' }), 'old.zip');
    expect((await wayThere(hub)).to.level.sign.zh).toBe('2');
  });

  test('is published once by one key, and not at all while pieces of it are missing', async () => {
    const { hub, tables } = await open();
    const archive = littleMap();
    const wish = { key: newKey(), upload: newKey(), pieces: 2, name: 'little.zip' };
    await hub.guide.keepPiece({ upload: wish.upload, number: 0, bytes: archive.subarray(0, 900) });
    expect(await hub.guide.publish(operator, wish)).toMatchObject({ ok: false, reason: 'venue-pieces-missing' });
    await hub.guide.keepPiece({ upload: wish.upload, number: 1, bytes: archive.subarray(900) });
    await hub.guide.keepPiece({ upload: wish.upload, number: 1, bytes: strToU8('sent twice') });
    const reply = await hub.guide.publish(operator, wish);
    expect(reply).toMatchObject({ ok: true });
    expect(await hub.guide.publish(operator, wish)).toEqual(reply);
    expect(await tables.selectFrom('guide_venue').select('id').execute()).toHaveLength(1);
    expect(await tables.selectFrom('guide_piece').select('number').execute()).toEqual([]);
  });

  test('is told to every terminal in the transaction that publishes it', async () => {
    const { hub, tables } = await open();
    const version = await publishLittleMap(hub);
    await change(hub, { change: 'closed', feature: lift });
    const events = await tables.selectFrom('event').select(['type', 'body']).orderBy('sequence').execute();
    const told = events.map(({ type, body }) => [type, JSON.parse(body) as unknown]);
    expect(told.slice(0, 2)).toEqual([
      ['guide.changed', { version }],
      ['terminal.told', { terminalId: 'K01', notice: { type: 'guide.changed', body: { version } } }],
    ]);
    expect(told.map(([type]) => type).slice(2)).toEqual(['guide.changed', 'terminal.told']);
  });

  test('serves again after a restart as it was, and one that was being made ready when the hub stopped never did', async () => {
    const place = await testPlace(kind);
    const first = await openTestHub(place, { site: mappedSite() });
    await publishLittleMap(first.hub);
    const closed = await change(first.hub, { change: 'closed', feature: lift });
    const upload = newKey();
    await first.hub.guide.keepPiece({ upload, number: 0, bytes: littleMap({ name: '新院' }) });
    const publishing = first.hub.guide
      .publish(operator, { key: newKey(), upload, pieces: 1, name: 'new.zip' })
      .catch(() => undefined);
    await first.hub.guide.view();
    await first.hub.close();
    await publishing;
    const { hub } = await openTestHub(place, { site: mappedSite() });
    await until(async () => (await hub.guide.view()).version !== null, 'the map after the restart');
    const view = await hub.guide.view();
    expect(view).toMatchObject({ version: closed.ok ? closed.version : '', published: { venue: { zh: '小院' } } });
    expect(await ask(hub, 'step-free')).toMatchObject({ ok: false, reason: 'closed' });
  });
});

test('the venue of the settings is published at the first start, and what an operator publishes later stays', async () => {
  const place = await testPlace('sqlite');
  const site = { ...mappedSite(), guide: { offered: true, venue: 'little.zip' } };
  writeFileSync(`${place.folder}/little.zip`, littleMap());
  const first = await openTestHub(place, { site, siteFolder: place.folder });
  await until(async () => (await first.hub.guide.view()).version !== null, 'the venue of the settings');
  expect((await first.hub.guide.view()).published).toMatchObject({ by: 'settings', name: 'little.zip' });
  await publish(first.hub, littleMap({ name: '新院' }), 'new.zip');
  await first.hub.close();
  const { hub } = await openTestHub(place, { site, siteFolder: place.folder });
  await until(async () => (await hub.guide.view()).version !== null, 'the map after the restart');
  await hub.guide.settled();
  expect((await hub.guide.view()).published).toMatchObject({ by: operator, name: 'new.zip' });
});

test('a hospital that offers no way has none, on paper neither', async () => {
  const site = { ...mappedSite(), guide: { offered: false } };
  const { hub } = await openTestHub(await testPlace('sqlite'), { site });
  await publishLittleMap(hub);
  expect(await ask(hub)).toMatchObject({ ok: false, reason: 'no-venue' });
  expect(await hub.guide.home({ terminalId: 'K01' })).toEqual({ version: null, categories: [] });
  expect(hub.guide.stepsForSlip({ terminalId: 'K01', queueId: 'cardiology', profile: 'default' })).toBeUndefined();
});
