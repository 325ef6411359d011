import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHub } from '@lobby/hub/open.ts';
import { runningHub, startHub, stopHub } from '@lobby/hub/running.ts';
import { FixedClock } from '@lobby/hub/clock.ts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoSite, mondayMorning, testDatabases, testPlace } from '../support/test-hub.ts';

const site = fileURLToPath(new URL('../../config/sites/demo', import.meta.url));

describe.each(testDatabases)('the first start on %s', (kind) => {
  test('makes its data folder, and a second start finds everything as it was', async () => {
    const { folder, databaseUrl } = await testPlace(kind, 'none');
    onTestFinished(stopHub);
    const settings = { data: join(folder, 'not', 'yet', 'there'), site, databaseUrl, clock: mondayMorning };
    const [hub, same] = await Promise.all([startHub(settings), startHub(settings)]);
    expect(same).toBe(hub);
    expect(runningHub()).toBe(hub);
    const token = join(settings.data, 'hub', 'admin-token');
    const first = readFileSync(token, 'utf8');
    expect(first.trim().length).toBeGreaterThanOrEqual(32);
    expect(statSync(token).mode & 0o777).toBe(0o600);
    const board = await hub.boards.board('cardiology-3f');
    expect(board?.waitingCount).toBeGreaterThanOrEqual(1);

    await stopHub();
    expect(runningHub()).toBeUndefined();
    const again = await startHub(settings);
    expect(readFileSync(token, 'utf8')).toBe(first);
    // What other areas hear from the hospital meanwhile only moves the feed on.
    const found = await again.boards.board('cardiology-3f');
    expect(found).toEqual({ ...board, sequence: found?.sequence });
    expect(found?.sequence).toBeGreaterThanOrEqual(board?.sequence ?? Infinity);
  });

  test('a hub opens on a folder that is not there yet', async () => {
    const { folder, databaseUrl } = await testPlace(kind, 'none');
    const clock = new FixedClock(mondayMorning);
    const hub = await openHub({ site: demoSite(), clock, dataFolder: join(folder, 'new'), databaseUrl });
    onTestFinished(() => hub.close());
    expect(await hub.feed.newest()).toBe(0);
    await hub.close();
    await hub.close();
  });
});

test('a hub that could not start can be started again', async () => {
  const { folder } = await testPlace('sqlite');
  onTestFinished(stopHub);
  await expect(startHub({ data: folder, site: join(folder, 'no-site') })).rejects.toThrow('is not right');
  expect(runningHub()).toBeUndefined();
  expect(await startHub({ data: folder, site, clock: mondayMorning })).toBeDefined();
});
