import { componentsOf } from '../graph/components.ts';
import { unitsAtOpenings } from '../graph/doors.ts';
import { isSolid, isWalked, roleOf } from '../graph/unit-roles.ts';
import type { WalkGraph } from '../graph/walk-graph.ts';
import { weigh } from '../graph/weigh.ts';
import { isOpenToAll } from '../places.ts';
import type { Unit, Venue } from '../venue.ts';
import type { FindingsOfOneSource } from './findings.ts';

/** A part of a map that hangs together. */
export interface Part {
  /** How many units and nodes of a network it has. */
  readonly size: number;
  /** Their ids. */
  readonly ids: readonly string[];
}

export interface Parts {
  /** The largest, in which most people are. */
  readonly mainland: Part;
  /** The others, the largest first. */
  readonly islands: readonly Part[];
}

/** What hangs together with what, whoever may walk there. */
export function partsOf(graph: WalkGraph): Parts {
  const { units, network } = graph.venue;
  const places = new Set([...units, ...network.nodes].map(({ id }) => id));
  const [mainland = { size: 0, ids: [] }, ...islands] = componentsOf(graph)
    .map(({ featureIds }) => featureIds.filter((id) => places.has(id)))
    .map((ids) => ({ size: ids.length, ids }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => b.size - a.size);
  return { mainland, islands };
}

/** Rooms without a door, and what the public cannot walk to. */
export function checkWays(graph: WalkGraph, findings: FindingsOfOneSource): void {
  const { venue } = graph;
  const closed = unitsWithoutOpening(venue).map(({ id }) => id);
  if (closed.length > 0)
    findings.add(
      'unit-without-opening',
      closed,
      'No opening lies on its border; it is entered where it borders on a way.',
    );
  const [mainland, ...rest] = componentsOf(graph, weigh(graph, 'default', new Set()));
  const reached = new Set(mainland?.featureIds);
  const lost = venue.units.filter((unit) => isPublicGround(unit) && !reached.has(unit.id)).map(({ id }) => id);
  if (lost.length > 0) findings.add('unreachable-unit', lost, 'No way that is open to the public leads to it.');
  const nodes = new Set(venue.network.nodes.filter(({ restriction }) => restriction === null).map(({ id }) => id));
  const stray = rest.flatMap(({ featureIds }) => featureIds).filter((id) => nodes.has(id));
  if (stray.length > 0)
    findings.add('unreachable-unit', stray, 'No way of the network that is open to the public leads to it.');
}

function unitsWithoutOpening(venue: Venue): readonly Unit[] {
  const ordinals = new Map(venue.levels.map(({ id, ordinal }) => [id, ordinal]));
  const entered = new Set([...unitsAtOpenings(venue, ordinals).values()].flat());
  const isEnteredAnywhere = (unit: Unit): boolean => isWalked(unit) || !['room', 'walk'].includes(roleOf(unit, false));
  return venue.units.filter((unit) => !entered.has(unit) && !isSolid(unit) && !isEnteredAnywhere(unit));
}

const isPublicGround = (unit: Unit): boolean => isOpenToAll(unit) && !isSolid(unit);
