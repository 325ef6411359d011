import type { Geofence, Venue } from '../venue.ts';
import { assumedDoors } from './assumed-doors.ts';
import { doorsOf, doorwaysOf, isForWalkers, type Doorways } from './doors.ts';
import { makeZoneFinder } from './find-zone.ts';
import { furnishGround, type Furnishing, type NodePair } from './furnish-ground.ts';
import { furnishRoom } from './furnish-room.ts';
import { draftGraph, type GraphDraft } from './graph-draft.ts';
import { makeZones, type Ordinals } from './make-zones.ts';
import { addNetwork, thingsOfNetwork } from './network.ts';
import { addRides } from './rides.ts';
import { isWayOut, orderRooms, type RoomOrder } from './room-order.ts';
import { sharedBorder } from './shared-border.ts';
import type { Wall } from './sight-lines.ts';
import { thingsOf, type Thing } from './things.ts';
import { isWalked } from './unit-roles.ts';
import type { WalkGraph } from './walk-graph.ts';
import type { Door, Zone } from './zones.ts';

/** A map is looked at by its report and walked by its routes: its graph is made once. */
const made = new WeakMap<Venue, WalkGraph>();

/** The walkable graph of a venue; docs/life-of-a-route.md tells how it comes about. The same venue has the same graph. */
export function buildGraph(venue: Venue): WalkGraph {
  const graph = made.get(venue) ?? makeGraph(venue);
  made.set(venue, graph);
  return graph;
}

function makeGraph(venue: Venue): WalkGraph {
  const draft = draftGraph();
  const ordinals: Ordinals = new Map(venue.levels.map(({ id, ordinal }) => [id, ordinal]));
  const doorways = doorwaysOf(venue, ordinals);
  const zones = makeZones(venue, ordinals, unitsBehindDoors(venue, doorways));
  const finder = makeZoneFinder(zones);
  const given = doorsOf({ venue, ordinals, doorways, finder });
  const doors = [...given, ...assumedDoors(zones, given, finder)];
  const things = [...thingsOf(venue, ordinals, zones, finder), ...thingsOfNetwork(venue, ordinals, finder)];
  const order = orderRooms(zones, doors, liftsOf(venue, things));
  const thingNodes = new Map<string, NodePair>();
  const doorNodes = new Map(doors.map((door) => [door, doorNode(draft, door, order)]));
  const byZone = Map.groupBy(things, ({ zone }) => zone);
  const doorsByZone = Map.groupBy(
    doors.flatMap((door) => door.zones.map((zone) => ({ door, zone }))),
    ({ zone }) => zone,
  );
  const walls = innerWalls(venue, zones, doorways);
  for (const zone of zones) {
    const furnishing: Furnishing = {
      draft,
      zone,
      order,
      things: byZone.get(zone) ?? [],
      doors: (doorsByZone.get(zone) ?? []).map(({ door }) => door),
      doorNodes,
      thingNodes,
      sites: sitesOn(venue, ordinals, zone),
      innerWalls: walls.get(zone) ?? [],
    };
    if (zone.shape === 'open' || order.crossed.has(zone)) furnishGround(furnishing);
    else furnishRoom(furnishing);
  }
  for (const thing of byZone.get(undefined) ?? []) addIsland(draft, thing, thingNodes);
  const network = addNetwork({ venue, ordinals, draft, thingNodes, doorNodes });
  addRides({ venue, ordinals, draft, nodesOf: (id) => thingNodes.get(id) ?? network.get(id) });
  for (const { id, anchorId } of venue.occupants) for (const node of draft.nodesOf(anchorId)) draft.tie(id, node);
  return draft.finish(venue);
}

/** Units that a door leads to from where one walks, or from the street. */
function unitsBehindDoors({ openings }: Venue, doorways: Doorways): ReadonlySet<string> {
  return new Set(
    openings.filter(isForWalkers).flatMap(({ id }) => {
      const [one, other] = doorways.get(id)?.units ?? [];
      if (one === undefined || other === undefined) return one === undefined ? [] : [one.id];
      return [...(isWalked(other) ? [one.id] : []), ...(isWalked(one) ? [other.id] : [])];
    }),
  );
}

function liftsOf({ connectors }: Venue, things: readonly Thing[]): readonly (readonly Zone[])[] {
  const zoneOf = new Map(things.map(({ feature, zone }) => [feature, zone]));
  return connectors
    .filter(({ kind }) => kind === 'lift')
    .map(({ stops }) =>
      stops.flatMap(({ featureId }) => {
        const zone = zoneOf.get(featureId);
        return zone === undefined ? [] : [zone];
      }),
    );
}

/** Two nodes where the door leads deeper from a room that is walked in by phases. */
function doorNode(draft: GraphDraft, door: Door, order: RoomOrder): NodePair {
  const { id, feature, levelId, point, zones, isOpening } = door;
  const goal = draft.addNode({ id, feature, levelId, point });
  const inner = zones.some((zone) => order.parted(zone) && !isWayOut(door, zone, order.depth));
  const start = inner ? draft.addNode({ id: `${id}/out`, feature, levelId, point }) : goal;
  if (isOpening) for (const node of [goal, start]) draft.tie(feature, node);
  return { goal, start };
}

/** A door between two units of one ground says that the rest of their border is a wall. */
function innerWalls(venue: Venue, zones: readonly Zone[], doorways: Doorways): ReadonlyMap<Zone, readonly Wall[]> {
  const walls = new Map<Zone, Wall[]>();
  for (const { id } of venue.openings) {
    const [one, other] = doorways.get(id)?.units ?? [];
    if (one === undefined || other === undefined || one === other) continue;
    const zone = zones.find(({ shape, units }) => shape === 'open' && units.includes(one) && units.includes(other));
    if (zone === undefined) continue;
    const border = sharedBorder(one.polygons, other.polygons, 0.05);
    walls.set(zone, [...(walls.get(zone) ?? []), ...border.map(({ from, to }): Wall => [from, to])]);
  }
  return walls;
}

function sitesOn(venue: Venue, ordinals: Ordinals, { ordinal }: Zone): readonly Geofence[] {
  return venue.geofences.filter(
    ({ category, levelIds }) =>
      category === 'underconstruction' && levelIds.some((level) => ordinals.get(level) === ordinal),
  );
}

function addIsland(draft: GraphDraft, { feature, levelId, point }: Thing, thingNodes: Map<string, NodePair>): void {
  const node = draft.addNode({ id: feature, feature, levelId, point });
  draft.tie(feature, node);
  thingNodes.set(feature, { goal: node, start: node });
}
