import type { Flight, FlightEnd } from '../connectors/join-flights.ts';
import { distance } from '../geometry/segment.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Connector, NetworkWay, Point } from '../venue.ts';
import { endsOfSteps } from './ends-of-steps.ts';
import type { OsmLine, Tags } from './features.ts';
import { copiesOf, levelIdOf, wholeFloor } from './levels.ts';
import type { Places } from './places.ts';
import { namesOf, restrictionOf, stepFreeOf, widthOf } from './words-of-tags.ts';

interface Source {
  readonly lines: readonly OsmLine[];
  readonly places: Places;
  readonly language: string;
  readonly findings: FindingsOfOneSource;
}

export interface WaysOfOsm {
  readonly ways: readonly NetworkWay[];
  readonly flights: readonly Flight[];
}

/** A line with the floors of one of its copies. */
interface Copy {
  readonly line: OsmLine;
  readonly floors: readonly number[];
  /** Set apart from the other copies of the line; empty: the only one. */
  readonly mark: string;
}

/** Lines that people walk: those on one floor in pieces from vertex to vertex, those between two as flights. */
export function readWays({ lines, places, language, findings }: Source): WaysOfOsm {
  const copies = lines.filter(({ tags }) => isWalked(tags)).flatMap((line) => copiesOfLine(line, findings));
  const flat = copies.filter(({ floors }) => floors.length === 1);
  const ways = flat.flatMap((copy) => waysOf(copy, places));
  // After the flat ways: where these end is what tells the top of a flight from its foot.
  const flights = copies
    .filter(({ floors }) => floors.length > 1)
    .flatMap((copy) => flightsOf(copy, { places, language, findings }));
  const steep = flights
    .filter(({ low, high }) => low.levelId === high.levelId)
    .map((flight) => stepsOnOneFloor(flight));
  return { ways: [...ways, ...steep], flights: flights.filter(({ low, high }) => low.levelId !== high.levelId) };
}

const walkedHighways = ['footway', 'path', 'pedestrian', 'corridor', 'steps', 'living_street', 'crossing', 'track'];

function isWalked(tags: Tags): boolean {
  if (tags['foot'] === 'no' || tags['indoor'] === 'wall') return false;
  const highway = tags['highway'] ?? '';
  return (
    walkedHighways.includes(highway) ||
    (highway === 'service' && tags['foot'] === 'yes') ||
    tags['indoor'] === 'corridor'
  );
}

function copiesOfLine(line: OsmLine, findings: FindingsOfOneSource): readonly Copy[] {
  const copies = copiesOf(line.tags);
  if (copies.length === 0) {
    if (line.tags['indoor'] !== undefined || line.tags['level'] !== undefined)
      findings.add(
        'assumed-level',
        line.id,
        'A way indoors does not say its floor; it was taken to be on the ground floor.',
      );
    return [{ line, floors: [0], mark: '' }];
  }
  return copies.map((floors) => ({ line, floors, mark: copies.length > 1 ? `@${floors[0]}` : '' }));
}

function waysOf({ line: { id, tags, line }, floors: [floor = 0], mark }: Copy, places: Places): readonly NetworkWay[] {
  const nodes = line.map((point, n) => places.at(point, floor, `${id}${mark}/${n}`));
  const { way, reversed } = directionOf(tags);
  return nodes.slice(1).flatMap((to, n): readonly NetworkWay[] => {
    const from = nodes[n];
    if (from === undefined || from.id === to.id) return [];
    const [first, last] = reversed ? [to, from] : [from, to];
    const metres = distance(from.point, to.point);
    const kind = kindOfFlat(tags);
    const stepFree = kind === 'steps' || kind === 'escalator' ? false : stepFreeOf(tags);
    const rest = { stepFree, widthMetres: widthOf(tags), restriction: restrictionOf(tags) };
    return [{ id: `${id}${mark}#${n}`, from: first.id, to: last.id, kind, way, metres, ...rest }];
  });
}

function kindOfFlat(tags: Tags): NetworkWay['kind'] {
  if (tags['highway'] === 'steps') return isConveyed(tags) ? 'escalator' : 'steps';
  return isConveyed(tags) ? 'movingwalkway' : 'walk';
}

const isConveyed = ({ conveying }: Tags): boolean => conveying !== undefined && conveying !== 'no';

/** By `conveying` and `oneway:foot`; a oneway=yes of its own is for wheels. */
function directionOf(tags: Tags): { readonly way: NetworkWay['way']; readonly reversed: boolean } {
  const word = tags['conveying'] ?? tags['oneway:foot'];
  const way =
    ['forward', 'backward', 'yes', '-1'].includes(word ?? '') && !(tags['conveying'] === 'yes') ? 'forward' : 'both';
  return { way, reversed: word === 'backward' || word === '-1' };
}

function flightsOf(
  { line, floors, mark }: Copy,
  { places, language, findings }: Omit<Source, 'lines'>,
): readonly Flight[] {
  const { id, tags } = line;
  const kind = kindOfFlight(tags);
  const ends = endsOfSteps({ line, floors, places });
  if (ends === undefined) return [];
  if (ends.guessed)
    findings.add(
      'unknown-direction',
      id,
      'Nothing says which end of a flight is its foot; it was taken to rise as it is drawn.',
    );
  const low = places.at(ends.low, ends.lowFloor, `${id}${mark}/low`);
  const high = places.at(ends.high, ends.highFloor, `${id}${mark}/high`);
  return [
    {
      id: `${id}${mark}`,
      kind,
      low: stopAt(low, ends.lowFloor),
      high: stopAt(high, ends.highFloor),
      way: wayOfFlight(line, ends.risesAsDrawn, findings),
      stepFree: kind === 'ramp' ? stepFreeOf(tags) : false,
      connectorId: null,
      name: namesOf(tags, language),
      bank: null,
      use: restrictionOf(tags) === null ? 'public' : 'staff',
      doorWidthMetres: widthOf(tags),
    },
  ];
}

function kindOfFlight(tags: Tags): Connector['kind'] {
  if (tags['highway'] !== 'steps') return isConveyed(tags) ? 'escalator' : 'ramp';
  return isConveyed(tags) ? 'escalator' : 'stairs';
}

function wayOfFlight({ id, tags }: OsmLine, risesAsDrawn: boolean, findings: FindingsOfOneSource): Connector['way'] {
  const { way, reversed } = directionOf(tags);
  if (way === 'both') {
    if (isConveyed(tags))
      findings.add(
        'unknown-direction',
        id,
        'An escalator changes its direction or does not say it; it was taken to run both ways.',
      );
    return 'both';
  }
  findings.add('one-way-connector', id, 'An escalator or a flight runs one way.');
  return risesAsDrawn !== reversed ? 'up' : 'down';
}

function stopAt({ id, point }: { readonly id: string; readonly point: Point }, floor: number): FlightEnd {
  return { featureId: id, levelId: levelIdOf(floor), ordinal: wholeFloor(floor), point };
}

/** From a floor to a landing of it. */
function stepsOnOneFloor({ id, kind, low, high, way, stepFree, use }: Flight): NetworkWay {
  const [from, to] = way === 'down' ? [high, low] : [low, high];
  return {
    id,
    from: from.featureId,
    to: to.featureId,
    kind: kind === 'ramp' ? 'ramp' : kind === 'escalator' ? 'escalator' : 'steps',
    way: way === 'both' ? 'both' : 'forward',
    metres: distance(low.point, high.point),
    stepFree,
    widthMetres: null,
    restriction: use === 'staff' ? 'restricted' : null,
  };
}
