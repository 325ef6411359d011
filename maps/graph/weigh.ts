import { isOpenToAll } from '../places.ts';
import type { Connector, Venue } from '../venue.ts';
import { isForWalkers } from './doors.ts';
import { makeGroups } from './groups.ts';
import { edgeKinds, type EdgeKind, type Profile, type WalkGraph, type Weights } from './walk-graph.ts';

/** Metres a second on the flat. */
export const walkingSpeed: Readonly<Record<Profile, number>> = {
  default: 1.2,
  'step-free': 1.0,
  elder: 0.8,
  bed: 0.8,
};

const climbs: ReadonlySet<EdgeKind> = new Set(['steps', 'stairs', 'escalator']);
// Of the bed and of a wheelchair. Metres.
const bedWidth = 1.1;
const wheelchairWidth = 0.8;

/**
 * Seconds an edge for one who walks so, with these features closed: ids of openings, units, connectors, and of nodes and
 * ways of a network. What the public never walks is barred under every profile.
 */
export function weigh(graph: WalkGraph, profile: Profile, closed: ReadonlySet<string>): Weights {
  const bars = barsOf(graph.venue, profile);
  const seconds = new Float64Array(graph.to.length);
  const barred = bars.features.union(closed);
  const allowed = edgeKinds.map((kind) => bars.kinds.has(kind));
  for (let edge = 0; edge < seconds.length; edge++) {
    const isOpen = allowed[graph.kind[edge] ?? 0] && !graph.edgeFeatures[edge]?.some((id) => barred.has(id));
    seconds[edge] = isOpen ? (graph.metres[edge] ?? 0) / walkingSpeed[profile] : Infinity;
  }
  weighRides(graph, seconds);
  if (profile === 'elder') spareClimbs(graph, seconds);
  return { profile, closed, seconds };
}

interface Bars {
  readonly kinds: ReadonlySet<EdgeKind>;
  readonly features: ReadonlySet<string>;
}

const barsOfVenue = new WeakMap<Venue, Map<Profile, Bars>>();

function barsOf(venue: Venue, profile: Profile): Bars {
  const made = barsOfVenue.get(venue) ?? new Map<Profile, Bars>();
  barsOfVenue.set(venue, made);
  const bars = made.get(profile) ?? findBars(venue, profile);
  made.set(profile, bars);
  return bars;
}

function findBars(venue: Venue, profile: Profile): Bars {
  const rolls = profile === 'step-free' || profile === 'bed';
  const least = profile === 'bed' ? bedWidth : profile === 'step-free' ? wheelchairWidth : 0;
  return {
    kinds: new Set(edgeKinds.filter((kind) => !(rolls && climbs.has(kind)))),
    features: new Set([
      ...closedToThePublic(venue),
      ...connectorsBarred(venue, profile),
      ...(rolls ? notStepFree(venue) : []),
      ...tooNarrow(venue, least),
    ]),
  };
}

/** Staff's units, nodes and ways, what is out of service, building sites, and doors that are no way for walkers. */
function closedToThePublic({ units, openings, network, geofences }: Venue): readonly string[] {
  const named: readonly { readonly id: string }[] = [
    ...units.filter((unit) => !isOpenToAll(unit)),
    ...openings.filter((opening) => !isForWalkers(opening) || opening.accessControl.includes('outofservice')),
    ...network.nodes.filter(({ restriction }) => restriction !== null),
    ...network.ways.filter(({ restriction }) => restriction !== null),
    ...geofences.filter(({ category }) => category === 'underconstruction'),
  ];
  return named.map(({ id }) => id);
}

/** Staff's lifts carry nobody here, bed lifts carry beds. */
function connectorsBarred({ connectors }: Venue, profile: Profile): readonly string[] {
  return connectors.filter(({ use }) => use === 'staff' || (use === 'bed' && profile !== 'bed')).map(({ id }) => id);
}

/**
 * What is known to be no way on wheels, or has to be known and is not. A lift is one unless it is said not to be; so is
 * a door of which nothing is said.
 */
function notStepFree({ units, openings, connectors, network }: Venue): readonly string[] {
  const saysSo = (accessibility: readonly string[]): boolean => accessibility.includes('wheelchair');
  const named: readonly { readonly id: string }[] = [
    ...units.filter(({ category, accessibility }) => category === 'ramp' && !saysSo(accessibility)),
    ...openings.filter(({ accessibility }) => accessibility.length > 0 && !saysSo(accessibility)),
    ...connectors.filter((connector) => !isStepFree(connector)),
    ...network.ways.filter(({ kind, stepFree }) => stepFree === false || (kind === 'ramp' && stepFree !== true)),
  ];
  return named.map(({ id }) => id);
}

function isStepFree({ kind, stepFree }: Connector): boolean {
  return kind === 'lift' ? stepFree !== false : kind === 'ramp' && stepFree === true;
}

function tooNarrow({ openings, connectors, network }: Venue, least: number): readonly string[] {
  const narrow = (width: number | null): boolean => width !== null && width < least;
  return [
    ...openings.filter(({ widthMetres }) => narrow(widthMetres)),
    ...connectors.filter(({ doorWidthMetres }) => narrow(doorWidthMetres)),
    ...network.ways.filter(({ widthMetres }) => narrow(widthMetres)),
  ].map(({ id }) => id);
}

function weighRides({ venue, connector, firstEdge, to, level }: WalkGraph, seconds: Float64Array): void {
  const ordinals = venue.levels.map(({ ordinal }) => ordinal);
  for (let node = 0; node + 1 < firstEdge.length; node++) {
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      const ride = venue.connectors[connector[edge] ?? -1];
      if (ride === undefined || seconds[edge] === Infinity) continue;
      const floors = (ordinals[level[to[edge] ?? 0] ?? 0] ?? 0) - (ordinals[level[node] ?? 0] ?? 0);
      const each = floors > 0 ? ride.secondsPerFloorUp : ride.secondsPerFloorDown;
      seconds[edge] = ride.entrySeconds + Math.abs(floors) * each;
    }
  }
}

/** The old take steps, stairs and escalators only between parts of the house that nothing else joins. */
function spareClimbs({ firstEdge, to, kind }: WalkGraph, seconds: Float64Array): void {
  const groups = makeGroups(firstEdge.length - 1);
  const isClimb = edgeKinds.map((name) => climbs.has(name));
  const climbing: (readonly [number, number, number])[] = [];
  for (let node = 0; node + 1 < firstEdge.length; node++) {
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge++) {
      if (seconds[edge] === Infinity) continue;
      if (isClimb[kind[edge] ?? 0]) climbing.push([node, to[edge] ?? 0, edge]);
      else groups.join(node, to[edge] ?? 0);
    }
  }
  for (const [from, into, edge] of climbing) if (groups.same(from, into)) seconds[edge] = Infinity;
}
