import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { box, change, clinic, clinicWith, feature, filesOf, type SampleFeature } from '../imdf/sample.ts';
import { openVenueBytes } from '../open-venue.ts';
import type { FindingKind } from './findings.ts';
import { reportAsJson } from './report-as-json.ts';
import { reportInProse } from './report-in-prose.ts';
import type { Report } from './report.ts';

function reportOf(features: readonly SampleFeature[]): Report {
  const reply = openVenueBytes(zipSync(filesOf(features)), { name: 'clinic.zip' });
  if (reply.report === undefined) throw new Error('no report');
  return reply.report;
}

const found = (report: Report, kind: FindingKind): readonly string[] =>
  report.findings.filter((finding) => finding.kind === kind).flatMap(({ ids }) => ids);

const room = (id: string, x: number, y: number, properties: object = {}): SampleFeature =>
  feature('unit', id, box(x, y, 4, 4), {
    level_id: 'level-1',
    category: 'room',
    name: { zh: id, en: id },
    ...properties,
  });

describe('the report of a map', () => {
  test('of a sound clinic has nothing to say', () => {
    const report = reportOf(clinic());
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ islands: [], mainland: { size: 8 }, features: { unit: 8, opening: 6 } });
    expect(reportInProse(report)).toMatch(
      /^clinic.zip \(imdf\): .*8 unit.*\n8 of its places hang together\.\nNothing is wrong with it\.$/,
    );
  });

  test('names rooms without a door, and rooms that nobody can walk to with the island they are on', () => {
    const report = reportOf([...clinic(), room('shut', 26, 15), room('far', 100, 100), room('far too', 104, 100)]);
    expect(found(report, 'unit-without-opening')).toEqual(['shut', 'far', 'far too']);
    expect(new Set(found(report, 'unreachable-unit'))).toEqual(new Set(['shut', 'far', 'far too']));
    expect(report.islands.map(({ size }) => size).toSorted()).toEqual([1, 1, 1]);
  });

  test('names places of one name on one floor, names with markup and names without a language', () => {
    const report = reportOf([
      ...clinicWith({ 'room-2': change({ name: { zh: '<i>诊室</i>2' } }) }),
      room('copy', 30, 0, { name: { zh: '诊室1', en: 'Room 1' } }),
    ]);
    expect(found(report, 'duplicate-name')).toEqual(['room-1', 'copy']);
    expect(found(report, 'markup')).toEqual(['room-2']);
    expect(found(report, 'missing-language')).toEqual(['room-2']);
  });

  test('names a name that is too long, and says nothing that is', () => {
    const endless = { zh: '心'.repeat(100_000), en: 'x'.repeat(100_000) };
    const report = reportOf([
      ...clinicWith({ 'room-2': change({ name: endless, category: 'y'.repeat(100_000) }) }),
      room('copy', 30, 0, { name: endless, level_id: 'level-2' }),
    ]);
    expect(found(report, 'long-name')).toEqual(['room-2', 'copy']);
    expect(found(report, 'duplicate-name')).toEqual(['room-2', 'copy']);
    expect(Math.max(...report.findings.map(({ sentence }) => sentence.length))).toBeLessThanOrEqual(400);
  });

  test('names what the authoring tool filled in and nobody changed', () => {
    const plain = clinic().map((one) =>
      one.feature_type === 'opening' ? { ...one, properties: { ...one.properties, accessibility: null } } : one,
    );
    const shops = [1, 2, 3, 4].map((n) =>
      feature('occupant', `shop-${n}`, null, {
        anchor_id: 'anchor-1',
        category: 'shopping',
        name: { zh: `${n}`, en: `${n}` },
      }),
    );
    const report = reportOf([...plain, ...shops]);
    expect(
      report.findings.filter(({ kind }) => kind === 'default-left').map(({ ids, sentence }) => [ids.length, sentence]),
    ).toEqual([
      [6, 'Every opening is a plain pedestrian one of which nothing else is said.'],
      [4, '4 of 5 occupants are of the category "shopping".'],
    ]);
    expect(found(report, 'missing-accessibility')).toHaveLength(6);
  });

  test('names a venue that is said to be no hospital, and an address with nothing in it', () => {
    const report = reportOf(
      clinicWith({ venue: change({ category: 'shoppingcenter' }), address: change({ address: ' ' }) }),
    );
    expect(found(report, 'default-left')).toEqual(['venue']);
    expect(found(report, 'bad-property')).toEqual(['address']);
  });

  test('names terminals without a heading, one-way escalators and floors that nothing leads to', () => {
    const escalators = [1, 2].map((n) =>
      room(`escalator-${n}`, 25, 0, { level_id: `level-${n}`, category: 'escalator', name: { zh: '上行', en: 'Up' } }),
    );
    const roof = feature('level', 'roof', box(0, 0, 30, 20), {
      ordinal: 2,
      name: { zh: '屋顶', en: 'Roof' },
      short_name: { zh: 'R', en: 'R' },
    });
    const report = reportOf([...clinicWith({ 'terminal-1': change({ hospital: null }) }), ...escalators, roof]);
    expect(found(report, 'kiosk-without-heading')).toEqual(['terminal-1']);
    expect(found(report, 'one-way-connector')).toEqual(['escalator-1']);
    expect(found(report, 'unjoined-level')).toEqual(['roof']);
  });

  test('gives programs the ids under the names of what they look for', () => {
    const reply = openVenueBytes(zipSync(filesOf([...clinic(), room('far', 100, 100)])), { name: 'clinic.zip' });
    expect(reportAsJson(reply)).toMatchObject({
      usable: true,
      format: 'imdf',
      features: { unit: 9 },
      islands: [{ size: 1, ids: ['far'] }],
      unitsWithoutOpening: ['far'],
      unreachableUnits: ['far'],
      missingConnectors: [],
    });
  });

  test('says why nothing usable can be made of it', () => {
    const reply = openVenueBytes(zipSync({ 'manifest.json': new TextEncoder().encode('{}') }), { name: 'empty.zip' });
    expect(reportAsJson(reply)).toMatchObject({
      usable: false,
      message: expect.stringMatching(/^empty.zip: no feature has a shape/),
    });
  });

  test('shows of many ids the first ones and their number', () => {
    const rooms = Array.from({ length: 12 }, (_none, n) => room(`far-${n}`, 200 + n * 10, 100));
    expect(reportInProse(reportOf([...clinic(), ...rooms]))).toMatch(
      /Units that no opening leads into: 12\n.* far-0, far-1, far-2, far-3, far-4 … \(12\)/,
    );
  });
});
