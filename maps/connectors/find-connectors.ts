import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Connector, Level, Names, Unit } from '../venue.ts';
import {
  connectorOf,
  kindOfCategory,
  mergedSettings,
  type ConnectorKind,
  type ConnectorSettings,
  type Shaft,
} from './connector.ts';
import { directionsOfEscalators } from './escalators.ts';
import { chainsOfOverlap } from './overlapping-units.ts';

/** A connector that the source names itself: an IMDF relationship. */
export interface NamedConnector {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly name: Names;
  /** From its origin to its destination. */
  readonly unitIds: readonly string[];
  readonly directed: boolean;
  readonly settings: ConnectorSettings;
}

export interface ConnectorSource {
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly settingsOf: ReadonlyMap<string, ConnectorSettings>;
  readonly named: readonly NamedConnector[];
}

/**
 * Connectors of a building: those that the source names, then those of units of one category that overlap on consecutive
 * ordinals.
 */
export function findConnectors(source: ConnectorSource, findings: FindingsOfOneSource): readonly Connector[] {
  const named = shaftsOfNamed(source, findings);
  const taken = new Set(named.flatMap(({ units }) => units.map(({ id }) => id)));
  const found = shaftsOfOverlap(source, taken, findings);
  return [...named, ...found].flatMap((shaft) => withItsStops(shaft, source, findings));
}

function shaftsOfNamed(
  { levels, units, settingsOf, named }: ConnectorSource,
  findings: FindingsOfOneSource,
): readonly Shaft[] {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const ordinalOf = ordinals(levels);
  return mergeChains(named, unitOf, ordinalOf).flatMap(({ id, kind, name, unitIds, directed, settings }): Shaft[] => {
    const all = unitIds.flatMap((unit) => unitOf.get(unit) ?? []);
    const [first, last] = [all[0], all.at(-1)];
    const rising = all.toSorted((a, b) => ordinalOf(a) - ordinalOf(b));
    if (first === undefined || last === undefined || hasTwoOfAFloor(rising, ordinalOf)) {
      findings.add('missing-connector', id, 'The relationship does not lead from floor to floor; it was not used.');
      return [];
    }
    const said = mergedSettings([settings, ...unitIds.map((unit) => settingsOf.get(unit))]);
    if (kind === 'escalator' && !directed && said.way === undefined)
      findings.add('unknown-direction', id, 'The escalator is said to run both ways.');
    const way = said.way ?? (directed ? (ordinalOf(first) < ordinalOf(last) ? 'up' : 'down') : 'both');
    return [{ id, kind, units: rising, name, way, settings: said }];
  });
}

/** A lift is often given floor by floor; relationships of one kind that share a unit are one lift. */
function mergeChains(
  named: readonly NamedConnector[],
  unitOf: ReadonlyMap<string, Unit>,
  ordinalOf: (unit: Unit) => number,
): readonly NamedConnector[] {
  const merged: NamedConnector[] = [];
  for (const next of named) {
    const same = merged.findIndex((other) => {
      if (next.directed || other.directed || next.kind !== other.kind || next.kind === 'escalator') return false;
      if (!next.unitIds.some((id) => other.unitIds.includes(id))) return false;
      const together = new Set([...other.unitIds, ...next.unitIds]);
      const units = [...together].flatMap((id) => unitOf.get(id) ?? []);
      return new Set(units.map(ordinalOf)).size === units.length;
    });
    const other = merged[same];
    if (other === undefined) merged.push(next);
    else {
      const settings = mergedSettings([other.settings, next.settings]);
      merged[same] = { ...other, unitIds: [...new Set([...other.unitIds, ...next.unitIds])], settings };
    }
  }
  return merged;
}

function shaftsOfOverlap(
  source: ConnectorSource,
  taken: ReadonlySet<string>,
  findings: FindingsOfOneSource,
): readonly Shaft[] {
  const { levels, units, settingsOf } = source;
  const ordinalOf = ordinals(levels);
  const steps = [...new Set(levels.map(({ ordinal }) => ordinal))].toSorted((a, b) => a - b);
  return Object.entries(kindOfCategory).flatMap(([category, kind]) => {
    const free = units.filter((unit) => unit.category === category && !taken.has(unit.id));
    const floors = steps.map((ordinal) => free.filter((unit) => ordinalOf(unit) === ordinal));
    const chains = chainsOfOverlap(floors, kind === 'lift' ? 'any-floor' : 'next-floor');
    const shafts = chains.flatMap((chain) => runsOf(kind, chain)).map((run): Shaft => shaftOf(kind, run, settingsOf));
    const joined = new Set(shafts.flatMap((shaft) => shaft.units));
    // A ramp may well stay on its floor.
    for (const unit of free.filter((candidate) => kind !== 'ramp' && !joined.has(candidate)))
      findings.add('missing-connector', unit.id, `It overlaps no free ${category} on the floor above or below.`);
    return kind === 'escalator' ? directionsOfEscalators(shafts, findings) : shafts;
  });
}

/** An escalator ends on the next floor: each storey is one of its own. */
function runsOf(kind: ConnectorKind, chain: readonly Unit[]): readonly (readonly Unit[])[] {
  if (chain.length < 2) return [];
  if (kind !== 'escalator') return [chain];
  return chain.slice(1).map((upper, n) => chain.slice(n, n + 1).concat(upper));
}

function shaftOf(kind: ConnectorKind, units: readonly Unit[], settingsOf: ConnectorSource['settingsOf']): Shaft {
  const settings = mergedSettings(units.map(({ id }) => settingsOf.get(id)));
  return { id: units[0]?.id ?? '', kind, units, name: {}, way: settings.way ?? 'both', settings };
}

/** Leaves out the floors that it passes, and says where it should stop and has no door. */
function withItsStops(shaft: Shaft, { levels }: ConnectorSource, findings: FindingsOfOneSource): readonly Connector[] {
  const { serves } = shaft.settings;
  if (serves === undefined) return [connectorOf(shaft)];
  const ordinalOf = ordinals(levels);
  const lost = serves.filter((ordinal) => !shaft.units.some((unit) => ordinalOf(unit) === ordinal));
  const ids = [shaft.id, ...shaft.units.map(({ id }) => id).filter((id) => id !== shaft.id)];
  if (lost.length > 0)
    findings.add('missing-connector', ids, `It serves ordinal ${lost.join(', ')}, where no unit of it was found.`);
  const units = shaft.units.filter((unit) => serves.includes(ordinalOf(unit)));
  if (units.length >= 2) return [connectorOf({ ...shaft, units })];
  findings.add('missing-connector', ids, 'It serves fewer than two floors.');
  return [];
}

function ordinals(levels: readonly Level[]): (unit: Unit) => number {
  const ordinalOf = new Map(levels.map(({ id, ordinal }) => [id, ordinal]));
  return ({ levelId }) => ordinalOf.get(levelId) ?? 0;
}

function hasTwoOfAFloor(units: readonly Unit[], ordinalOf: (unit: Unit) => number): boolean {
  return units.length < 2 || new Set(units.map(ordinalOf)).size < units.length;
}
