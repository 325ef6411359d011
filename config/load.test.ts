import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSite, describeProblem, loadSite } from './load.ts';

const demo = fileURLToPath(new URL('sites/demo', import.meta.url));
const right = `
hospital: { name: { zh: 测试医院, en: Test Hospital } }
areas:
  - id: one
    name: { zh: 一区, en: Area one }
    level: 1
    rooms: [{ id: r1, name: { zh: 1 诊室, en: Room 1 } }]
    queues: [{ id: q1, name: { zh: 内科, en: Medicine }, clinic: MED, prefix: A, rooms: [r1] }]
`;

describe("a site's folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lobby-site-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  const sentences = (): string[] => {
    const result = checkSite(folder);
    return result.ok ? [] : result.problems.map(describeProblem);
  };

  it('of the demo hospital is right', () => {
    expect(checkSite(demo)).toMatchObject({ ok: true });
  });

  it('gets the defaults for what it leaves out', () => {
    write('site.yaml', right);
    expect(loadSite(folder)).toMatchObject({
      timeZone: 'Asia/Shanghai',
      checkIn: { opensMinutesBefore: 30 },
    });
  });

  it('may spread its settings over several files', () => {
    write('site.yaml', right);
    write('desks.yaml', 'desks: [{ id: d1, room: r1, queues: [q1] }]');
    expect(loadSite(folder).desks).toHaveLength(1);
  });

  it('leaves a queue what the site says where the queue says nothing', () => {
    write('site.yaml', right.replace('rooms: [r1] }]', 'rooms: [r1], policy: { prepare: 5 } }]'));
    expect(loadSite(folder).areas[0]?.queues[0]?.policy).toEqual({ prepare: 5 });
  });

  it('that does not exist is named', () => {
    const missing = join(folder, 'nowhere');
    expect(checkSite(missing)).toMatchObject({
      ok: false,
      problems: [{ file: missing, sentence: 'no such folder, or it may not be read' }],
    });
  });

  it.each([
    ['a key nobody knows', `${right}colour: red`, /site\.yaml: .*colour/],
    ['a wrong value', right.replace('level: 1', 'level: high'), /site\.yaml: areas\[0\]\.level: .*number/],
    ['a missing language', right.replace(', en: Area one', ''), /site\.yaml: areas\[0\]\.name\.en: /],
    [
      'a room that is not there',
      right.replace('rooms: [r1] }', 'rooms: [r9] }'),
      /areas\[0\]\.queues\[0\]\.rooms: room "r9" is not a room of area "one"/,
    ],
    ['a time zone nobody has', `timeZone: Mars/Olympus\n${right}`, /timeZone: "Mars\/Olympus" is no IANA time zone/],
    ['broken YAML', 'hospital: { name: [', /site\.yaml: line 1: /],
    [
      'a picture that is not there',
      `${right}playlists:\n  - { id: p, entries: [{ kind: picture, file: a.png, caption: { zh: 图, en: Picture } }] }`,
      /playlists\[0\]\.entries\[0\]\.file: there is no file "pictures\/a\.png" in the folder of the site/,
    ],
    [
      'a text that nobody can read from a distance',
      `${right}playlists:\n  - { id: p, entries: [{ kind: text, title: { zh: ${'字'.repeat(27)}, en: Text } }] }`,
      /playlists\[0\]\.entries\[0\]\.title\.zh: has 27 characters; from a distance at most 26 can be read/,
    ],
    ['a list instead of settings', '- one\n- two', /expected settings/],
    [
      'sessions out of order',
      `${right}clinicSessions:\n  - { code: b, name: { zh: 下, en: b }, start: '12:00' }\n  - { code: a, name: { zh: 上, en: a }, start: '06:00' }`,
      /clinicSessions\[1\]\.start: starts at 06:00/,
    ],
    [
      'a desk without its room',
      `${right}desks: [{ id: d, room: r7, queues: [q1] }]`,
      /desks\[0\]\.room: there is no room "r7"/,
    ],
    [
      'a screen on an unknown panel',
      `${right}screens: [{ id: s, area: one, panel: cinema }]`,
      /screens\[0\]\.panel: there is no panel "cinema"/,
    ],
    [
      'two devices on one line',
      `${right}terminals:\n  - { id: t, name: { zh: 机, en: t }, level: 1, panel: portrait-21, reader: { kind: sdt, address: 'tcp://a:1' }, scanner: { kind: serial, address: 'tcp://a:1' } }`,
      /terminals\[0\]\.scanner\.address: "tcp:\/\/a:1" is the address of the reader already/,
    ],
    [
      'a pattern that names no number',
      `${right}credentials: { hospitalCard: '^\\d+$' }`,
      /credentials\.hospitalCard: names its number/,
    ],
    [
      'a pattern that is none',
      `${right}credentials: { hospitalCard: '^(?<number>\\d+$' }`,
      /credentials\.hospitalCard: is no regular expression/,
    ],
    [
      'a pattern that takes a part for the whole',
      `${right}credentials: { hospitalCard: '(?<number>\\d+)' }`,
      /credentials\.hospitalCard: starts with \^ and ends with \$/,
    ],
    [
      'a card layout whose fields lie over one another',
      `${right}credentials: { foreigner2023: { idNumber: { offset: 0, length: 36 }, name: { offset: 30, length: 30 } } }`,
      /credentials\.foreigner2023: idNumber and name lie over one another/,
    ],
    [
      'a card layout that reaches beyond the mark of its kind',
      `${right}credentials: { foreigner2023: { idNumber: { offset: 220, length: 36 } } }`,
      /credentials\.foreigner2023: idNumber ends at byte 256/,
    ],
    [
      'a driver without a program',
      `${right}terminals: [{ id: t, name: { zh: 机, en: t }, level: 1, panel: portrait-21, reader: { kind: external, command: [] } }]`,
      /terminals\[0\]\.reader\.command: /,
    ],
  ])('with %s is answered with file, key and a sentence', (_what, yaml, expected) => {
    write('site.yaml', yaml);
    expect(sentences().join('\n')).toMatch(expected);
  });

  it('with the same key in two files says where the other one is', () => {
    write('a.yaml', right);
    write('b.yaml', 'timeZone: Asia/Shanghai\nareas: []');
    expect(sentences()).toEqual(['b.yaml: areas: stands in a.yaml already; keep one of them']);
  });

  it('with two queues of one prefix in an area is refused', () => {
    const second =
      '    queues:\n      - { id: q1, name: { zh: 内科, en: Medicine }, clinic: MED, prefix: A, rooms: [r1] }\n      - { id: q2, name: { zh: 外科, en: Surgery }, clinic: SUR, prefix: A, rooms: [r1] }';
    write('site.yaml', right.replace(/ {4}queues: .*/, second));
    expect(sentences()).toEqual([
      'site.yaml: areas[0].queues[1].prefix: "A" is the prefix of queue "q1" in the same area already',
    ]);
  });
});
