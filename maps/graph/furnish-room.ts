import { cornersOf, type Corner } from './corners.ts';
import { floorFeatures } from './floor-features.ts';
import { cornerNode, type Furnishing } from './furnish-ground.ts';
import { joinBlindly, joinSpots, type Joining, type Spot } from './join-spots.ts';
import { phases } from './phases.ts';
import { isWayOut } from './room-order.ts';
import { makeSight, wallsOf } from './sight-lines.ts';
import { stepInside } from './step-inside.ts';
import type { Thing } from './things.ts';
import type { Door } from './zones.ts';

/** Gives a room its nodes and edges, such that it is begun from and arrived at but not walked through. */
export function furnishRoom(furnishing: Furnishing): void {
  const { draft, zone, things, doors, sites } = furnishing;
  const corners = zone.polygons.flatMap(cornersOf);
  const spots = [
    ...things.flatMap((thing) => thingSpots(furnishing, thing)),
    ...doors.flatMap((door) => doorSpots(furnishing, door)),
    ...corners.flatMap((corner, n) => cornerSpots(furnishing, corner, n)),
  ];
  const sees = makeSight(wallsOf(zone.polygons));
  const joining: Joining = { draft, spots, sees, features: floorFeatures(zone, sites), kind: zone.kind };
  joinBlindly(joining, joinSpots(joining));
}

function thingSpots({ draft, zone, order, thingNodes }: Furnishing, thing: Thing): readonly Spot[] {
  const { feature, levelId, point } = thing;
  const parted = order.parted(zone);
  const goal = draft.addNode({ id: feature, feature, levelId, point });
  const start = parted ? draft.addNode({ id: `${feature}/out`, feature, levelId, point }) : goal;
  for (const node of [goal, start]) draft.tie(feature, node);
  thingNodes.set(feature, { goal, start });
  const spot = { eye: point, corner: null };
  if (!parted) return [{ ...spot, node: goal, phases: phases.thing }];
  return [
    { ...spot, node: goal, phases: phases.goal },
    { ...spot, node: start, phases: phases.start },
  ];
}

/** A door that leads deeper is, seen from here, a thing like others; one that leads out is where ways begin and end. */
function doorSpots({ zone, order, doorNodes }: Furnishing, door: Door): readonly Spot[] {
  const nodes = doorNodes.get(door);
  if (nodes === undefined) return [];
  const bars = door.isOpening ? { bars: [door.feature] } : {};
  const spot = { eye: stepInside(door.point, zone.polygons), corner: null, ...bars };
  const out = isWayOut(door, zone, order.depth);
  if (nodes.goal === nodes.start) return [{ ...spot, node: nodes.goal, phases: out ? phases.door : phases.thing }];
  return [
    { ...spot, node: nodes.goal, phases: out ? phases.doorIn : phases.goal },
    { ...spot, node: nodes.start, phases: out ? phases.doorOut : phases.start },
  ];
}

function cornerSpots(furnishing: Furnishing, corner: Corner, n: number): readonly Spot[] {
  const spot = { eye: corner.point, corner };
  if (!furnishing.order.parted(furnishing.zone)) {
    return [{ ...spot, node: cornerNode(furnishing, corner, `${n}`), phases: phases.thing }];
  }
  return [
    { ...spot, node: cornerNode(furnishing, corner, `${n}`), phases: phases.cornerIn },
    { ...spot, node: cornerNode(furnishing, corner, `${n}/out`), phases: phases.cornerOut },
  ];
}
