import { besideBuilding, floorSpots } from '../explore/overview.ts';
import type { GuidePlan, GuideStep, Words } from '@lobby/hub/contract';
import { axesOf, type Spot } from '../walk/camera.ts';
import { roomHeight } from '../walk/camera-path.ts';
import { seenLeg, type Moment } from '../walk/timeline.ts';
import type { Leg, Walk } from '../walk/walk.ts';

/** A label before it has a size and a place. */
export interface GuideLabel {
  readonly id: string;
  readonly kind: 'here' | 'here-words' | 'destination' | 'connector' | 'place' | 'floor';
  readonly words: Words;
  /** Floor that a connector reaches, whether up or down, and by what. */
  readonly to: {
    readonly sign: Words;
    readonly isUp: boolean;
    readonly by: Exclude<GuideStep['connector'], 'ramp'>;
  } | null;
  readonly spot: Spot;
  readonly priority: number;
  /** Of a floor's number: from its spot to the building, in metres. */
  readonly beside?: number;
  /** It hangs under its spot: over it lies the line of the way. */
  readonly isUnder?: boolean;
  /** It lies on the roof of the room that the way ends at. */
  readonly isLit?: boolean;
  /** How wide what it names is: a name much wider than its room would stand for its neighbours. Null: it stands anyway. */
  readonly room: { readonly of: 'room' | 'hall'; readonly metres: number } | null;
}

/** A wall farther than this from the middle of its hall may be off the picture. Metres. */
const farWall = 15;
const here: Words = { zh: '您在这里', en: 'You are here' };
/** What has a sign of its own, or is nobody's business. */
const unspoken: ReadonlySet<string> = new Set(['restroom', 'staff', 'void', 'stairs', 'escalator']);

/** All labels of a walk on the floor that is in focus at a moment. */
export function labelsOfWalk(at: {
  readonly walk: Walk;
  readonly plan: GuidePlan;
  readonly moment: Moment;
  readonly gap: number;
  readonly destination: Words;
}): readonly GuideLabel[] {
  const { walk, plan, moment, gap, destination } = at;
  const leg = seenLeg(walk, moment);
  if (leg === undefined) return [];
  return [
    ...labelsOfLeg(walk, leg, gap, destination),
    ...placesBut(destination, lit(walk, placeLabelsOf(plan, leg.ordinal, gap))),
  ];
}

/** All labels of a floor that is looked at by hand: its places, and what of a walk is on it. */
export function labelsOfFloor(at: {
  readonly walk: Walk | null;
  readonly plan: GuidePlan;
  readonly ordinal: number;
  readonly gap: number;
}): readonly GuideLabel[] {
  const { walk, plan, ordinal, gap } = at;
  const places = lit(walk, placeLabelsOf(plan, ordinal, gap));
  const legs = walk?.legs.filter((leg) => leg.ordinal === ordinal) ?? [];
  if (walk === null || legs.length === 0) return places;
  const ofWalk = legs.flatMap((leg) => labelsOfLeg(walk, leg, gap, walk.destination));
  return [...ofWalk, ...(legs.at(-1) === walk.legs.at(-1) ? placesBut(walk.destination, places) : places)];
}

function labelsOfLeg(walk: Walk, leg: Leg, gap: number, destination: Words): readonly GuideLabel[] {
  return [
    ...(leg === walk.legs[0] ? hereLabels(leg, gap) : []),
    ...(leg === walk.legs.at(-1) ? [destinationLabel(walk, leg, gap, destination)] : []),
    ...connectorLabel(leg, gap),
  ];
}

function placesBut(destination: Words, places: readonly GuideLabel[]): readonly GuideLabel[] {
  return places.filter(({ words }) => words.zh !== destination.zh);
}

/** The name on the door of the room that the way ends at may be another than that of who is looked for. */
function lit(walk: Walk | null, places: readonly GuideLabel[]): readonly GuideLabel[] {
  const goal = walk?.goal ?? null;
  // A hall is lit so faintly that names on it are as anywhere.
  if (goal === null || goal.look === 'way') return places;
  return places.map((label) => (label.id === goal.id ? { ...label, isLit: true } : label));
}

/** The reader, and that it is the reader. */
function hereLabels({ points, ordinal }: Leg, gap: number): readonly GuideLabel[] {
  const [x, y] = points[0] ?? [0, 0];
  const label = { words: here, to: null, spot: { x, y, z: ordinal * gap }, room: null };
  return [
    { ...label, id: 'here', kind: 'here', priority: 100 },
    { ...label, id: 'here-words', kind: 'here-words', priority: 80 },
  ];
}

/** Beyond the wall of a room that the way does not come through, so that both show; of a very large hall, where it ends. */
function destinationLabel(
  { goal, azimuth, isGoalNearer: isUnder }: Walk,
  leg: Leg,
  gap: number,
  words: Words,
): GuideLabel {
  const [x, y] = leg.points.at(-1) ?? [0, 0];
  const floor = leg.ordinal * gap;
  const label = { id: 'to', kind: 'destination', words, priority: 99, room: null, to: null, isUnder } as const;
  const z = floor + (goal?.look === 'way' ? 0 : roomHeight);
  if (goal === null) return { ...label, spot: { x, y, z } };
  const { ahead } = axesOf(azimuth);
  const [middleX, middleY] = goal.labelAt;
  const corners = goal.polygons.flatMap(([outer = []]) => outer);
  const depths = corners.map(([cx, cy]) => (cx - middleX) * ahead[0] + (cy - middleY) * ahead[1]);
  const wall = isUnder ? Math.min(0, ...depths) : Math.max(0, ...depths);
  if (Math.abs(wall) > farWall) return { ...label, spot: { x, y, z } };
  return { ...label, spot: { x: middleX + ahead[0] * wall, y: middleY + ahead[1] * wall, z: isUnder ? floor : z } };
}

/** The lift where one leaves the floor carries the number of the floor that it goes to, as the words do. */
function connectorLabel(leg: Leg, gap: number): readonly GuideLabel[] {
  const { level, connector } = leg.leaves ?? { level: null, connector: null };
  if (level === null) return [];
  const to = { sign: level.sign, isUp: level.ordinal > leg.ordinal, by: connector === 'ramp' ? null : connector };
  const [x, y] = leg.points.at(-1) ?? [0, 0];
  const spot = { x, y, z: leg.ordinal * gap + roomHeight };
  return [{ id: `connector-${leg.first}`, kind: 'connector', words: level.name, to, spot, priority: 98, room: null }];
}

/** The number of each floor, in a column beside the building; where not all have room, those with named rooms have it. */
export function floorLabelsOf(plan: GuidePlan, azimuth: number): readonly GuideLabel[] {
  const spots = floorSpots(plan, azimuth);
  const beside = besideBuilding(plan, azimuth);
  return plan.levels.flatMap(({ level, units }): readonly GuideLabel[] => {
    const spot = spots.get(level.id);
    if (spot === undefined) return [];
    const priority = units.some(({ look, name }) => look === 'room' && name !== null) ? 60 : 50;
    return [{ id: level.id, kind: 'floor', words: level.sign, to: null, spot, beside, priority, room: null }];
  });
}

/** Names of what is on a floor: halls and lifts before rooms, large rooms before small ones. */
export function placeLabelsOf(plan: GuidePlan, ordinal: number, gap: number): readonly GuideLabel[] {
  return plan.levels
    .filter(({ level }) => level.ordinal === ordinal)
    .flatMap(({ units }) =>
      units.flatMap((unit): readonly GuideLabel[] => {
        if (unit.name === null || unspoken.has(unit.look)) return [];
        const [x, y] = unit.labelAt;
        const spot = { x, y, z: ordinal * gap + (unit.look === 'way' ? 0 : roomHeight) };
        return [
          {
            id: unit.id,
            kind: 'place',
            words: unit.name,
            to: null,
            spot,
            priority: priorityOf(unit),
            room: { of: unit.look === 'way' ? 'hall' : 'room', metres: widthOf(unit) },
          },
        ];
      }),
    );
}

function priorityOf(unit: GuidePlan['levels'][number]['units'][number]): number {
  const { look } = unit;
  const size = Math.min(20, widthOf(unit));
  if (look === 'lift') return 50;
  return (look === 'way' ? 8 : 12) + size;
}

function widthOf({ polygons }: GuidePlan['levels'][number]['units'][number]): number {
  return Math.sqrt(polygons.reduce((sum, [outer = []]) => sum + boxArea(outer), 0));
}

function boxArea(ring: readonly (readonly [number, number])[]): number {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}
