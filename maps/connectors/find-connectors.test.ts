import { describe, expect, test } from 'vitest';
import { FindingsOfOneSource } from '../report/findings.ts';
import { noSiteCodes, type Level, type Unit } from '../venue.ts';
import type { ConnectorSettings } from './connector.ts';
import { findConnectors, type NamedConnector } from './find-connectors.ts';

const level = (ordinal: number): Level => ({
  id: `L${ordinal}`,
  ordinal,
  name: {},
  shortName: { en: `${ordinal + 1}F` },
  outdoor: false,
  storeyHeight: 4,
  outline: [],
});

/** A shaft of 2 by 2 metres whose corner is at x, 0 of its floor. */
function shaft(id: string, category: string, ordinal: number, x: number): Unit {
  const outer = [
    [x, 0],
    [x + 2, 0],
    [x + 2, 2],
    [x, 2],
  ] as const;
  return {
    id,
    levelId: `L${ordinal}`,
    category,
    restriction: null,
    accessibility: [],
    name: { en: id },
    aliases: [],
    displayPoint: [x + 1, 1],
    polygons: [{ outer, holes: [] }],
    site: noSiteCodes,
  };
}

interface House {
  readonly units: readonly Unit[];
  readonly named?: readonly NamedConnector[];
  readonly settings?: Readonly<Record<string, ConnectorSettings>>;
}

function connect({ units, named = [], settings = {} }: House) {
  const findings = new FindingsOfOneSource();
  const levels = [level(-1), level(0), level(1), level(2)];
  const connectors = findConnectors({ levels, units, named, settingsOf: new Map(Object.entries(settings)) }, findings);
  return {
    connectors,
    stops: connectors.map(({ stops }) => stops.map(({ featureId }) => featureId)),
    ways: Object.fromEntries(connectors.map(({ id, way }) => [id, way])),
    findings: findings.all.map(({ kind, ids }) => `${kind}: ${ids.join(' ')}`),
  };
}

const relationship = (id: string, unitIds: readonly string[], more: Partial<NamedConnector> = {}): NamedConnector => ({
  id,
  kind: 'lift',
  name: {},
  unitIds,
  directed: false,
  settings: {},
  ...more,
});

describe('lifts', () => {
  test('that stand above each other are one lift through all floors', () => {
    const { stops } = connect({ units: [0, 1, 2].map((ordinal) => shaft(`lift${ordinal}`, 'elevator', ordinal, 0)) });
    expect(stops).toEqual([['lift0', 'lift1', 'lift2']]);
  });

  test('of a bank that is drawn a little aside on one floor each keep their own shaft', () => {
    // b0 overlaps c1 by more than b1, but if it took c1, c0 would be left with nothing.
    const below = [shaft('a0', 'elevator', 0, 0), shaft('b0', 'elevator', 0, 2), shaft('c0', 'elevator', 0, 4)];
    const above = [shaft('a1', 'elevator', 1, 1.2), shaft('b1', 'elevator', 1, 3.2), shaft('c1', 'elevator', 1, 5.2)];
    expect(connect({ units: [...below, ...above] }).stops).toEqual([
      ['a0', 'a1'],
      ['b0', 'b1'],
      ['c0', 'c1'],
    ]);
  });

  test('never end two in one', () => {
    const { stops, findings } = connect({
      units: [shaft('a', 'elevator', 0, 0), shaft('b', 'elevator', 0, 1), shaft('top', 'elevator', 1, 0.4)],
    });
    expect(stops).toEqual([['a', 'top']]);
    expect(findings).toEqual(['missing-connector: b']);
  });

  test('pass a floor on which they have no door', () => {
    const { stops } = connect({ units: [shaft('low', 'elevator', 0, 0), shaft('high', 'elevator', 2, 0)] });
    expect(stops).toEqual([['low', 'high']]);
  });

  test('that overlap nothing above or below are reported', () => {
    const { stops, findings } = connect({ units: [shaft('here', 'elevator', 0, 0), shaft('there', 'elevator', 1, 8)] });
    expect(stops).toEqual([]);
    expect(findings).toEqual(['missing-connector: here', 'missing-connector: there']);
  });

  test('stop where they are said to serve, and where they should and have no door is reported', () => {
    const units = [0, 1, 2].map((ordinal) => shaft(`bed${ordinal}`, 'elevator', ordinal, 0));
    const { stops, findings, connectors } = connect({
      units,
      settings: { bed0: { serves: [-1, 0, 2], use: 'bed', entrySeconds: 45, bank: 'north' }, bed2: { doorWidth: 1.3 } },
    });
    expect(stops).toEqual([['bed0', 'bed2']]);
    expect(connectors).toMatchObject([
      { use: 'bed', entrySeconds: 45, secondsPerFloorUp: 4, bank: 'north', doorWidthMetres: 1.3 },
    ]);
    expect(findings).toEqual(['missing-connector: bed0 bed1 bed2']);
  });

  test('behind a staff door are the staff’s', () => {
    const units = [0, 1].map((ordinal) => ({
      ...shaft(`s${ordinal}`, 'elevator', ordinal, 0),
      restriction: 'employeesonly' as const,
    }));
    expect(connect({ units }).connectors).toMatchObject([{ use: 'staff' }]);
  });
});

describe('stairs', () => {
  test('join consecutive floors only', () => {
    const units = [shaft('low', 'stairs', 0, 0), shaft('high', 'stairs', 2, 0)];
    expect(connect({ units }).findings).toEqual(['missing-connector: low', 'missing-connector: high']);
  });
});

describe('escalators', () => {
  const pair = [0, 1].flatMap((ordinal) => [
    shaft(`left${ordinal}`, 'escalator', ordinal, 0),
    shaft(`right${ordinal}`, 'escalator', ordinal, 4),
  ]);

  test('end on the next floor, each storey one of its own', () => {
    const { stops } = connect({ units: [0, 1, 2].map((ordinal) => shaft(`e${ordinal}`, 'escalator', ordinal, 0)) });
    expect(stops).toEqual([
      ['e0', 'e1'],
      ['e1', 'e2'],
    ]);
  });

  test('run one way: of two side by side one up and one down where nobody says it, and this is reported', () => {
    const { ways, findings } = connect({ units: pair });
    expect(ways).toEqual({ left0: 'up', right0: 'down' });
    expect(findings).toEqual(['unknown-direction: left0', 'unknown-direction: right0']);
  });

  test('run as their settings or names say', () => {
    expect(connect({ units: pair, settings: { left0: { way: 'down' }, right1: { way: 'up' } } })).toMatchObject({
      ways: { left0: 'down', right0: 'up' },
      findings: [],
    });
    const named = [0, 1].map((ordinal) => ({
      ...shaft(`e${ordinal}`, 'escalator', ordinal, 0),
      name: { zh: '下行扶梯' },
    }));
    expect(connect({ units: named }).ways).toEqual({ e0: 'down' });
  });

  test('run from the origin of a directed relationship to its destination', () => {
    const named = [
      relationship('down', ['left1', 'left0'], { kind: 'escalator', directed: true }),
      relationship('up', ['right0', 'right1'], { kind: 'escalator', directed: true }),
    ];
    expect(connect({ units: pair, named })).toMatchObject({ ways: { down: 'down', up: 'up' }, findings: [] });
  });
});

describe('relationships', () => {
  const units = [0, 1, 2].map((ordinal) => shaft(`lift${ordinal}`, 'elevator', ordinal, ordinal * 20));

  test('join units that do not overlap, and their units are joined by nothing else', () => {
    const { stops, findings } = connect({ units, named: [relationship('r', ['lift0', 'lift1', 'lift2'])] });
    expect(stops).toEqual([['lift0', 'lift1', 'lift2']]);
    expect(findings).toEqual([]);
  });

  test('that lead floor by floor are one lift', () => {
    const { connectors, stops } = connect({
      units,
      named: [relationship('a', ['lift0', 'lift1']), relationship('b', ['lift1', 'lift2'])],
    });
    expect(connectors.map(({ id }) => id)).toEqual(['a']);
    expect(stops).toEqual([['lift0', 'lift1', 'lift2']]);
  });

  test('that stay on their floor are not used and reported', () => {
    const beside = shaft('beside', 'elevator', 0, 10);
    const { stops, findings } = connect({
      units: [shaft('lift', 'elevator', 0, 0), beside],
      named: [relationship('r', ['lift', 'beside'])],
    });
    expect(stops).toEqual([]);
    expect(findings).toContain('missing-connector: r');
  });
});
