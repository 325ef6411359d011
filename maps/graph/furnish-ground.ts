import { isInsideAny } from '../geometry/polygon.ts';
import type { Geofence, Point, Unit } from '../venue.ts';
import { cornersAround, cornersOf, type Corner } from './corners.ts';
import { floorFeatures } from './floor-features.ts';
import type { GraphDraft } from './graph-draft.ts';
import { joinSpots, type Spot } from './join-spots.ts';
import { phases } from './phases.ts';
import type { RoomOrder } from './room-order.ts';
import { makeSight, wallsOf, type Wall } from './sight-lines.ts';
import { stepInside } from './step-inside.ts';
import type { Thing } from './things.ts';
import type { Door, Zone } from './zones.ts';

/** The nodes of a thing or a door: one for both, or two where a room is walked in by phases. */
export interface NodePair {
  /** Arrived at. */
  readonly goal: number;
  /** Left from. */
  readonly start: number;
}

export interface Furnishing {
  readonly draft: GraphDraft;
  readonly zone: Zone;
  readonly order: RoomOrder;
  readonly things: readonly Thing[];
  readonly doors: readonly Door[];
  readonly doorNodes: ReadonlyMap<Door, NodePair>;
  readonly thingNodes: Map<string, NodePair>;
  readonly sites: readonly Geofence[];
  /** Borders between units of one ground that only a door leads through. */
  readonly innerWalls: readonly Wall[];
}

/** Gives open ground, or a hall that is crossed like it, its nodes and edges. */
export function furnishGround(furnishing: Furnishing): void {
  const { draft, zone, things, doors, sites } = furnishing;
  const spots = [
    ...things.map((thing) => onlySpot(furnishing, thing)),
    ...doors.flatMap((door) => thresholds(furnishing, door)),
    ...groundCorners(furnishing).map((corner, n) => cornerSpot(furnishing, corner, n)),
  ];
  const sees = makeSight([...wallsOf(zone.polygons), ...furnishing.innerWalls]);
  joinSpots({ draft, spots, sees, features: floorFeatures(zone, sites), kind: zone.kind });
}

/** Also around units that may be closed one day, and around building sites. */
function groundCorners({ zone, sites, innerWalls }: Furnishing): readonly Corner[] {
  const bodies = [...(zone.units.length > 1 || innerWalls.length > 0 ? zone.units : []), ...sites];
  return zone.polygons.flatMap((ground) => [
    ...cornersOf(ground),
    ...bodies.flatMap(({ polygons }) => polygons.flatMap((body) => cornersAround(body, ground))),
  ]);
}

function onlySpot({ draft, thingNodes }: Furnishing, { feature, levelId, point, onLine = false }: Thing): Spot {
  const node = draft.addNode({ id: feature, feature, levelId, point });
  draft.tie(feature, node);
  thingNodes.set(feature, { goal: node, start: node });
  return {
    node,
    eye: point,
    phases: phases.open,
    corner: null,
    isThing: !onLine,
    onLine,
    ...(onLine ? { bars: [feature] } : {}),
  };
}

/** Where one stands before a door; between two units of the same ground, on both sides of it. */
function thresholds({ draft, zone, doorNodes }: Furnishing, door: Door): readonly Spot[] {
  const nodes = doorNodes.get(door);
  if (nodes === undefined) return [];
  const points = door.sides === undefined ? [stepInside(door.point, zone.polygons)] : door.sides;
  return points.map((point, n) => {
    const { levelId, feature } = door;
    const node = draft.addNode({ id: `${door.id}/${zone.index}${'ab'[n] ?? ''}`, feature, levelId, point });
    const metres = Math.hypot(point[0] - door.point[0], point[1] - door.point[1]);
    const edge = { metres, kind: door.isOpening ? ('door' as const) : zone.kind, features: [feature] };
    draft.addEdge({ from: node, to: nodes.goal, ...edge });
    draft.addEdge({ from: nodes.start, to: node, ...edge });
    return { node, eye: point, phases: phases.open, corner: null };
  });
}

function cornerSpot(furnishing: Furnishing, corner: Corner, n: number): Spot {
  return { node: cornerNode(furnishing, corner, `${n}`), eye: corner.point, phases: phases.open, corner };
}

/** Adds a corner's node. `name` tells the corners of a zone apart. */
export function cornerNode({ draft, zone }: Furnishing, { point }: Corner, name: string): number {
  const unit = unitAt(zone, point);
  const { id = '', levelId = '' } = unit ?? {};
  return draft.addNode({ id: `${id}/corner/${zone.index}/${name}`, feature: id, levelId, point });
}

function unitAt({ units }: Zone, point: Point): Unit | undefined {
  return units.find(({ polygons }) => isInsideAny(point, polygons)) ?? units[0];
}
