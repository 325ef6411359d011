import type { GuidePlan, Words } from '@lobby/hub/contract';
import type { Spot } from '../walk/camera.ts';
import type { Moment } from '../walk/timeline.ts';
import type { Leg, Walk } from '../walk/walk.ts';

/** A label before it has a size and a place. */
export interface GuideLabel {
  readonly id: string;
  readonly kind: 'here' | 'destination' | 'connector' | 'place' | 'note';
  readonly words: Words;
  /** Floor that a connector reaches, and whether up or down. */
  readonly to: { readonly sign: Words; readonly isUp: boolean } | null;
  readonly spot: Spot;
  readonly priority: number;
  /** How wide what it names is, in metres: a name much wider than its room would stand for its neighbours. Null: it stands anyway. */
  readonly room: number | null;
}

const here: Words = { zh: '您在这里', en: 'You are here' };
/** What has a sign of its own, or is nobody's business. */
const unspoken: ReadonlySet<string> = new Set(['restroom', 'staff', 'void', 'stairs', 'escalator']);
/** Above the tops of rooms. Metres. */
const overRooms = 2;

/** All labels of a walk on the floor that is in focus at a moment. */
export function labelsOfWalk(at: {
  readonly walk: Walk;
  readonly plan: GuidePlan;
  readonly moment: Moment;
  readonly gap: number;
  readonly destination: Words;
}): readonly GuideLabel[] {
  const { walk, plan, moment, gap, destination } = at;
  const leg = walk.legs[moment.rise > 0.5 ? moment.leg + 1 : moment.leg] ?? walk.legs[moment.leg];
  if (leg === undefined) return [];
  const isFirst = leg === walk.legs[0];
  const isLast = leg === walk.legs.at(-1);
  return [
    ...(isFirst ? [endLabel(leg, 0, { id: 'here', kind: 'here', words: here, priority: 100, room: null }, gap)] : []),
    ...(isLast
      ? [endLabel(leg, -1, { id: 'to', kind: 'destination', words: destination, priority: 99, room: null }, gap)]
      : []),
    ...connectorLabel(leg, gap),
    ...placeLabelsOf(plan, leg.ordinal, gap).filter(({ words }) => words.zh !== destination.zh),
  ];
}

type Ending = Pick<GuideLabel, 'id' | 'kind' | 'words' | 'priority' | 'room'>;

function endLabel(leg: Leg, index: 0 | -1, label: Ending, gap: number): GuideLabel {
  const [x, y] = leg.points.at(index) ?? [0, 0];
  return { ...label, to: null, spot: { x, y, z: leg.ordinal * gap + (index === 0 ? 0 : overRooms) } };
}

/** The lift where one leaves the floor carries the number of the floor that it goes to, as the words do. */
function connectorLabel(leg: Leg, gap: number): readonly GuideLabel[] {
  const level = leg.leaves?.level;
  if (leg.leaves === null || level === null || level === undefined) return [];
  const to = { sign: level.sign, isUp: level.ordinal > leg.ordinal };
  return [
    endLabel(leg, -1, { id: 'connector', kind: 'connector', words: level.name, priority: 98, room: null }, gap),
  ].map((label) => ({
    ...label,
    to,
  }));
}

/** Names of what is on a floor: halls and lifts before rooms, large rooms before small ones. */
export function placeLabelsOf(plan: GuidePlan, ordinal: number, gap: number): readonly GuideLabel[] {
  return plan.levels
    .filter(({ level }) => level.ordinal === ordinal)
    .flatMap(({ units }) =>
      units.flatMap((unit): readonly GuideLabel[] => {
        if (unit.name === null || unspoken.has(unit.look)) return [];
        const [x, y] = unit.labelAt;
        const spot = { x, y, z: ordinal * gap + (unit.look === 'way' ? 0 : overRooms) };
        return [
          {
            id: unit.id,
            kind: 'place',
            words: unit.name,
            to: null,
            spot,
            priority: priorityOf(unit),
            room: widthOf(unit),
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
