import { describe, expect, test } from 'vitest';
import { openVenueBytes } from '../open-venue.ts';
import { readImdf } from './read-imdf.ts';
import {
  archiveOf,
  box,
  change,
  clinic,
  clinicWith,
  feature,
  filesOf,
  idsOf,
  manifest,
  point,
  readClinic,
  sentencesOf,
  venueOf,
  type SampleFeature,
} from './sample.ts';

const unit = (id: string): SampleFeature => clinic().find((one) => one.id === id) ?? feature('unit', id, null);

describe('a sound archive', () => {
  const reply = readClinic(clinic());
  const venue = venueOf(reply);

  test('is read whole and nothing is said of it', () => {
    expect(reply.findings).toEqual([]);
    expect(reply.ok && reply.features).toMatchObject({ venue: 1, level: 2, unit: 8, opening: 6, kiosk: 1, address: 1 });
    expect(venue.name).toEqual({ zh: '示例诊所', en: 'Sample Clinic' });
    expect(
      venue.levels.map(({ ordinal, shortName, storeyHeight }) => [ordinal, shortName['zh'], storeyHeight]),
    ).toEqual([
      [0, '1F', 4.2],
      [1, '2F', 4.2],
    ]);
  });

  test('lies on a plane of metres about its middle', () => {
    const hall = venue.units.find(({ id }) => id === 'hall-1');
    expect(hall?.polygons[0]?.outer.map(([x, y]) => [Math.round(x), Math.round(y)])).toEqual([
      [-15, -10],
      [15, -10],
      [15, 0],
      [-15, 0],
    ]);
    expect(venue.openings[0]?.widthMetres).toBeCloseTo(1.2, 2);
  });

  test('joins its floors by the lift and the stairs that stand above each other, at what these usually cost', () => {
    expect(venue.connectors).toMatchObject([
      { id: 'lift-1', kind: 'lift', entrySeconds: 30, secondsPerFloorUp: 4, stepFree: true, name: { zh: '1号电梯' } },
      {
        id: 'stairs-1',
        kind: 'stairs',
        entrySeconds: 0,
        secondsPerFloorUp: 18,
        secondsPerFloorDown: 14,
        stepFree: false,
      },
    ]);
    expect(venue.connectors[0]?.stops.map(({ levelId, featureId }) => [levelId, featureId])).toEqual([
      ['level-1', 'lift-1'],
      ['level-2', 'lift-2'],
    ]);
  });

  test('puts the reader of a terminal before its face', () => {
    const [kiosk] = venue.kiosks;
    expect(kiosk).toMatchObject({ heading: 0, device: { kind: 'terminal', id: 'T-01' } });
    expect(kiosk?.point[0]).toBeCloseTo(0.5, 1);
    expect(kiosk?.point[1]).toBeCloseTo(-2.6, 1);
  });
});

describe('a manifest', () => {
  test('that is missing is no reason to throw the map away', () => {
    const reply = readImdf(
      archiveOf(Object.fromEntries(Object.entries(filesOf(clinic())).filter(([name]) => name !== 'manifest.json'))),
    );
    expect(venueOf(reply).language).toBe('zh');
    expect(sentencesOf(reply, 'missing-file')).toEqual([
      'There is no manifest.json: version and language are guessed.',
    ]);
  });

  test.each([
    ['1.0.0.rc.1', /"1.0.0.rc.1", which came before the standard was final/],
    ['2.3.0', /"2.3.0"; it was read as IMDF 1.0.0/],
    [null, /says no version/],
  ])('of version %s is read and reported', (version, sentence) => {
    const reply = readClinic(clinic(), { ...manifest, version });
    expect(venueOf(reply).units).toHaveLength(8);
    expect(sentencesOf(reply, 'version')).toEqual([expect.stringMatching(sentence)]);
  });

  test('without a language takes the one that most names have', () => {
    const reply = readClinic(clinic(), { ...manifest, language: undefined });
    expect(venueOf(reply).language).toBe('zh');
    expect(sentencesOf(reply, 'missing-language')).toHaveLength(1);
  });

  test('of another version of the extension, or without it, is read with what features carry of it', () => {
    const newer = readClinic(clinic(), { ...manifest, extensions: ['imdf:extension:lobby:hospital#2.0.0'] });
    expect(sentencesOf(newer, 'version')).toEqual([
      expect.stringMatching(/hospital#2.0.0" was read as .*hospital#1.0.0/),
    ]);
    const silent = readClinic(clinic(), { ...manifest, extensions: null });
    expect(idsOf(silent, 'unknown-extension')).toEqual(['level-1', 'level-2', 'terminal-1']);
    expect(venueOf(silent).kiosks[0]?.heading).toBe(0);
  });

  test('with an extension that nobody knows is read and the extension named', () => {
    const reply = readClinic(clinic(), {
      ...manifest,
      extensions: [...manifest.extensions, 'imdf:extension:big-company:internal#1.0.0'],
    });
    expect(sentencesOf(reply, 'unknown-extension')).toEqual([
      expect.stringMatching(/big-company:internal#1.0.0" is not known/),
    ]);
  });
});

describe('files', () => {
  test('that are no JSON are named, and the rest is read', () => {
    const reply = readImdf(
      archiveOf({ ...filesOf(clinic()), 'kiosk.geojson': new TextEncoder().encode('{ "features": [') }),
    );
    expect(sentencesOf(reply, 'unreadable-file')).toEqual(['kiosk.geojson is no GeoJSON collection of features.']);
    expect(venueOf(reply).units).toHaveLength(8);
  });

  test('without openings are read, and the missing file is named', () => {
    const reply = readClinic(clinic().filter(({ feature_type }) => feature_type !== 'opening'));
    expect(sentencesOf(reply, 'missing-file')).toEqual(['There is no opening: opening.geojson is missing or empty.']);
    expect(venueOf(reply).openings).toEqual([]);
  });

  test('without any level, any unit or any shape are answered with one sentence', () => {
    const without = (type: string) => readClinic(clinic().filter(({ feature_type }) => feature_type !== type));
    expect(without('level')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^clinic: no level can be read/),
    });
    expect(without('unit')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^clinic: no unit can be read/),
    });
    expect(readClinic([])).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^clinic: no feature has a shape/),
    });
  });

  test('with NaN in the place of a number are read, and only that feature is left out', () => {
    const files = filesOf(clinic());
    const text = new TextDecoder()
      .decode(files['unit.geojson'])
      .replace(/"coordinates":\[\[\[[\d.]+,/, '"coordinates":[[[NaN,');
    const reply = readImdf(archiveOf({ ...files, 'unit.geojson': new TextEncoder().encode(`\uFEFF${text}`) }));
    expect(idsOf(reply, 'bad-geometry')).toContain('hall-1');
    expect(venueOf(reply).units).toHaveLength(7);
  });
});

describe('features', () => {
  test('may stand in one file of any name, as some tools export them', () => {
    const all = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: clinic() }));
    const reply = openVenueBytes(all, { name: 'export.geojson' });
    expect(reply).toMatchObject({ ok: true, report: { format: 'imdf', features: { unit: 8, opening: 6 } } });
    expect(reply.report?.findings.map(({ sentence }) => sentence)).toEqual([
      'There is no manifest.json: version and language are guessed.',
      expect.stringMatching(/^"hospital" was used though/),
    ]);
  });

  test('of one id: the first one counts', () => {
    const reply = readClinic([
      ...clinic(),
      { ...unit('room-1'), properties: { ...unit('room-1').properties, category: 'office' } },
    ]);
    expect(idsOf(reply, 'duplicate-id')).toEqual(['room-1']);
    expect(venueOf(reply).units.find(({ id }) => id === 'room-1')?.category).toBe('room');
  });

  test('without an id, of rubbish or of a wrong shape of properties are left out and the rest is read', () => {
    const rubbish = [
      { ...unit('room-1'), id: undefined },
      7,
      null,
      'unit',
      { ...unit('x'), properties: [] },
    ] as SampleFeature[];
    const files = filesOf(clinic());
    const all = {
      type: 'FeatureCollection',
      features: [...clinic().filter((one) => one.feature_type === 'unit'), ...rubbish],
    };
    const reply = readImdf(archiveOf({ ...files, 'unit.geojson': new TextEncoder().encode(JSON.stringify(all)) }));
    expect(reply.findings.filter(({ kind }) => kind === 'bad-feature')).toHaveLength(5);
    expect(venueOf(reply).units).toHaveLength(8);
  });

  test('of an unknown type are named, and a misspelt one is read as what was meant', () => {
    const openings = clinic().map((one) =>
      one.feature_type === 'opening' ? { ...one, feature_type: 'openning' } : one,
    );
    const reply = readClinic([...openings, { ...feature('unit', 'robot', point(1, 1)), feature_type: 'robot-dock' }]);
    expect(idsOf(reply, 'unknown-type')).toEqual(['robot']);
    expect(idsOf(reply, 'misspelt-type')).toHaveLength(6);
    expect(venueOf(reply).openings).toHaveLength(6);
  });

  test('of a misspelt category are read as what was meant, of an unknown one as they are', () => {
    const reply = readClinic(
      clinicWith({ 'lift-2': change({ category: 'elevater' }), 'room-1': change({ category: 'consultingroom' }) }),
    );
    expect(idsOf(reply, 'misspelt-type')).toEqual(['lift-2']);
    expect(idsOf(reply, 'unknown-category')).toEqual(['room-1']);
    expect(venueOf(reply).connectors.map(({ id }) => id)).toEqual(['lift-1', 'stairs-1']);
  });

  test('with keys that the standard or the extension has not are read without them', () => {
    const reply = readClinic(
      clinicWith({ 'room-1': change({ OBJECTID: 4, hospital: { doorNumber: '101', colour: 'red' } }) }),
    );
    expect(sentencesOf(reply, 'unknown-extension')).toEqual([
      'A unit has no property "OBJECTID" in IMDF; it was not used.',
    ]);
    expect(sentencesOf(reply, 'bad-property')).toEqual(['"hospital.colour" is not known; it was left out.']);
    expect(venueOf(reply).units.find(({ id }) => id === 'room-1')?.site.doorNumber).toBe('101');
  });

  test('with a property of a wrong kind lose it; without what they cannot do without they are left out', () => {
    const reply = readClinic(
      clinicWith({ 'room-1': change({ accessibility: 'yes' }), 'room-2': change({ level_id: null }) }),
    );
    expect(idsOf(reply, 'bad-property')).toEqual(['room-1']);
    expect(idsOf(reply, 'bad-feature')).toEqual(['room-2']);
    expect(idsOf(reply, 'dangling-reference')).toEqual(['anchor-1', 'room-2', 'occupant-1', 'anchor-1']);
  });

  test('that refer to what does not exist are left out with both ids', () => {
    const reply = readClinic(
      clinicWith({ 'room-door-1': change({ level_id: 'nowhere' }), desk: change({ unit_ids: ['no-unit'] }) }),
    );
    expect(idsOf(reply, 'dangling-reference')).toEqual(['room-door-1', 'nowhere', 'desk', 'no-unit']);
    expect(venueOf(reply).openings).toHaveLength(5);
  });

  test('that are their own parents are told so', () => {
    const section = (id: string, parents: string[]) =>
      feature('section', id, box(0, 0, 5, 5), { category: 'private', level_id: 'level-1', parents });
    const reply = readClinic([...clinic(), section('a', ['b']), section('b', ['a']), section('c', ['gone'])]);
    expect(idsOf(reply, 'cycle')).toEqual(['a', 'b']);
    expect(idsOf(reply, 'dangling-reference')).toEqual(['c', 'gone']);
  });

  test('within a staff-only section or level are kept from the public', () => {
    const section = feature('section', 'zone', box(0, 10, 10, 10), {
      category: 'private',
      level_id: 'level-1',
      restriction: 'employeesonly',
    });
    const reply = readClinic([...clinicWith({ 'level-2': change({ restriction: 'secret' }) }), section]);
    const restricted = venueOf(reply).units.filter(({ restriction }) => restriction !== null);
    expect(restricted.map(({ id, restriction }) => `${id} ${restriction}`)).toEqual([
      'room-1 employeesonly',
      ...['hall-2', 'room-2', 'lift-2', 'stairs-2'].map((id) => `${id} restricted`),
    ]);
  });
});
