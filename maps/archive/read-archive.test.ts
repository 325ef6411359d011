import { mkdtemp, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Refused } from './archive.ts';
import { archiveLimits } from './limits.ts';
import { readArchive, readArchiveBytes } from './read-archive.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const zip = (files: Zippable): Uint8Array => zipSync(files, { level: 9 });
const messageOf = (bytes: Uint8Array): string => {
  const reply = readArchiveBytes('map.zip', bytes);
  return reply.ok ? 'was read' : inBothLanguages(reply);
};
/** The English sentence; in Chinese there is one as well, in its own words. */
const inBothLanguages = ({ message, zh }: Refused): string => {
  expect(zh).toMatch(/\p{Script=Han}.*。$/u);
  expect(zh).not.toMatch(/ (the|is|a|of) /);
  return message;
};

/** Writes another number over what a zip's directory says of its first file. */
function lieInTheDirectory(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + offset, value, true);
  return bytes;
}

describe('a zip', () => {
  test('is read by the names of its files, also when it holds one folder with everything in it', () => {
    const files = { 'manifest.json': text('{}'), 'unit.geojson': text('[]') };
    for (const bytes of [zip(files), zip({ 'our hospital': files })]) {
      const reply = readArchiveBytes('map.zip', bytes);
      expect(reply.ok && reply.archive.files.map(({ name }) => name)).toEqual(['manifest.json', 'unit.geojson']);
    }
  });

  test('may hold pictures and folders of other things, which are named as not used', () => {
    const bytes = zip({
      'manifest.json': text('{}'),
      'plan.png': text('png'),
      old: { 'unit.geojson': text('[]') },
      __MACOSX: { '._a.json': text('') },
    });
    const reply = readArchiveBytes('map.zip', bytes);
    expect(reply.ok && reply.archive.ignored).toEqual(['old/unit.geojson', 'plan.png']);
  });

  test('that unpacks to more than the limit of one file is refused before it is unpacked', () => {
    expect(messageOf(zip({ 'unit.geojson': new Uint8Array(archiveLimits.bytesOfAFile + 1) }))).toBe(
      'map.zip: "unit.geojson" unpacks to more than 32 MB, the limit of one file.',
    );
  });

  test('that unpacks to more than the limit of an archive is refused', () => {
    const large = new Uint8Array(archiveLimits.bytes / 4 + 1);
    expect(messageOf(zip({ 'a.json': large, 'b.json': large, 'c.json': large, 'd.json': large }))).toBe(
      'map.zip: it unpacks to more than 64 MB, the limit of an archive.',
    );
  });

  test('is refused in Chinese with the file, the trouble and the way out', () => {
    const chinese = (bytes: Uint8Array): string => {
      const reply = readArchiveBytes('map.zip', bytes);
      return reply.ok ? '' : reply.zh;
    };
    expect(chinese(text('hello'))).toBe('map.zip 不是完整的 zip 文件。请把文件夹重新压缩一次。');
    expect(chinese(zip({ '../a.json': text('{}') }))).toBe('map.zip：“../a.json”指向压缩包外面。请直接压缩文件夹。');
    expect(chinese(zip({ 'unit.geojson': new Uint8Array(archiveLimits.bytesOfAFile + 1) }))).toBe(
      'map.zip：“unit.geojson”解压后超过 32 MB，单个文件最大 32 MB。',
    );
  });

  test('that lies about how much it unpacks to is refused', () => {
    const bomb = lieInTheDirectory(zip({ 'unit.geojson': new Uint8Array(8_000_000) }), 24, 1000);
    expect(messageOf(bomb)).toMatch(/"unit.geojson" is damaged or not as long as it says/);
  });

  test.each([
    ['../../etc/cron.json', /points out of the archive/],
    ['..\\..\\unit.json', /points out of the archive/],
    ['/etc/unit.json', /absolute name/],
    ['C:\\unit.json', /absolute name/],
    ['a/b/c/d/e/unit.json', /more than 4 folders deep/],
    [`${'a'.repeat(201)}.json`, /more than 200 characters/],
  ])('with a file named %s is refused', (name, sentence) => {
    expect(messageOf(zip({ [name]: text('{}') }))).toMatch(sentence);
  });

  test('in which one name stands twice is refused', () => {
    const bytes = zip({ 'unit1.json': text('{}'), 'unit2.json': text('{}') });
    const twice = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('unit2', 'unit1'), 'latin1');
    expect(messageOf(twice)).toMatch(/"unit1.json" stands in it twice/);
  });

  test('of too many files is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_none, n) => [`${n}.json`, text('{}')]));
    expect(messageOf(zip(many))).toBe('map.zip: it holds more than 500 files; leave out what is no map.');
  });

  test('that was cut short, is encrypted or is no zip at all is refused', () => {
    const whole = zip({ 'manifest.json': text('{"a": 1}') });
    expect(messageOf(whole.subarray(0, 40))).toMatch(/no whole zip file/);
    expect(messageOf(text('hello'))).toMatch(/no whole zip file/);
    expect(messageOf(lieInTheDirectory(whole, 8, 1))).toMatch(/encrypted/);
  });
});

describe('a folder', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'map-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const message = async (): Promise<string> => {
    const reply = await readArchive(folder);
    return reply.ok ? 'was read' : inBothLanguages(reply);
  };

  test('is read without following links out of it', async () => {
    await writeFile(join(folder, 'manifest.json'), '{}');
    await symlink('/etc/hostname', join(folder, 'unit.json'));
    const reply = await readArchive(folder);
    expect(reply.ok && reply.archive.files.map(({ name }) => name)).toEqual(['manifest.json']);
  });

  test('with 200 MB of GeoJSON is refused with the limit named', async () => {
    await writeFile(join(folder, 'unit.geojson'), '');
    await truncate(join(folder, 'unit.geojson'), 200_000_000);
    expect(await message()).toMatch(/"unit.geojson" is larger than 32 MB, the limit of one file\.$/);
  });

  test('of many files that are too much together is refused with the limit named', async () => {
    for (const name of ['a.json', 'b.json', 'c.json']) {
      await writeFile(join(folder, name), '');
      await truncate(join(folder, name), archiveLimits.bytesOfAFile);
    }
    expect(await message()).toMatch(/larger than 64 MB together, the limit of an archive\.$/);
  });

  test('of too many files is refused', async () => {
    await mkdir(join(folder, 'more'));
    await Promise.all(Array.from({ length: 501 }, (_none, n) => writeFile(join(folder, 'more', `${n}.json`), '{}')));
    expect(await message()).toMatch(/more than 500 files/);
  });

  test('that does not exist is answered with a sentence', async () => {
    expect(await readArchive(join(folder, 'nowhere'))).toMatchObject({
      ok: false,
      message: expect.stringMatching(/does not exist/),
    });
  });
});
