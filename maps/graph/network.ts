import { distance } from '../geometry/segment.ts';
import type { NetworkNode, NetworkWay, Venue } from '../venue.ts';
import { middleOf } from './door-sides.ts';
import type { ZoneFinder } from './find-zone.ts';
import type { NodePair } from './furnish-ground.ts';
import type { GraphDraft } from './graph-draft.ts';
import type { Ordinals } from './make-zones.ts';
import { standAt } from './step-inside.ts';
import type { Thing } from './things.ts';
import { unitsAlong } from './units-along.ts';
import type { Door } from './zones.ts';

// A node this near to a door leads to it. Metres.
const beforeDoor = 0.3;
// A node on a wall without a door was drawn upon it to say that one passes. Metres.
const onTheWall = 0.05;

/**
 * Where a source draws areas and lines, its lines join the areas: every node of the network on open ground is a place of
 * that ground like others, and so is a node within a room in which a way ends or a lift stops. Lines that run through a
 * room do not open it, and what is drawn upon a door is joined to the door alone, so that the door can be closed.
 */
export function thingsOfNetwork(
  { network, connectors, openings }: Venue,
  ordinals: Ordinals,
  finder: ZoneFinder,
): readonly Thing[] {
  const ways = Map.groupBy(
    network.ways.flatMap(({ from, to }) => [from, to]),
    (end) => end,
  );
  const stops = new Set(connectors.flatMap((connector) => connector.stops.map(({ featureId }) => featureId)));
  const doors = Map.groupBy(openings, ({ levelId }) => ordinals.get(levelId));
  return network.nodes.flatMap(({ id, levelId, point }): readonly Thing[] => {
    const ordinal = ordinals.get(levelId) ?? NaN;
    const atDoor = (doors.get(ordinal) ?? []).some((door) => distance(middleOf(door), point) <= beforeDoor);
    if (atDoor || !point.every(Number.isFinite)) return [];
    const zone = finder.at(ordinal, point) ?? finder.near(ordinal, point, onTheWall)[0];
    const ends = (ways.get(id)?.length ?? 0) < 2 || stops.has(id);
    if (zone === undefined || (zone.shape === 'room' && !ends)) return [];
    return [{ feature: id, levelId, point: standAt(point, zone.polygons), zone, onLine: true }];
  });
}

export interface Laying {
  readonly venue: Venue;
  readonly ordinals: Ordinals;
  readonly draft: GraphDraft;
  readonly thingNodes: ReadonlyMap<string, NodePair>;
  readonly doorNodes: ReadonlyMap<Door, NodePair>;
}

/** Adds the nodes and ways that the source gives as lines, and joins them to doors that they lead to. Gives the nodes by id. */
export function addNetwork({ venue, ordinals, draft, thingNodes, doorNodes }: Laying): ReadonlyMap<string, NodePair> {
  const { network } = venue;
  const places = new Map(network.nodes.map((node) => [node.id, node]));
  const nodes = new Map<string, NodePair>();
  for (const node of network.nodes) {
    if (nodes.has(node.id) || !node.point.every(Number.isFinite)) continue;
    nodes.set(node.id, thingNodes.get(node.id) ?? addNode(node, draft));
  }
  const along = unitsAlong(venue, ordinals);
  const through = ({ from, to }: NetworkWay): readonly string[] => {
    const [start, end] = [places.get(from), places.get(to)];
    return start === undefined || end === undefined
      ? []
      : along(ordinals.get(start.levelId) ?? NaN, start.point, end.point);
  };
  for (const way of network.ways) addWay({ way, through: through(way), nodes, draft });
  for (const [door, doorPair] of doorNodes) {
    if (!door.isOpening) continue;
    const near = network.nodes.filter(
      ({ levelId, point }) =>
        ordinals.get(levelId) === ordinals.get(door.levelId) && distance(point, door.point) <= beforeDoor,
    );
    for (const { id } of near) joinDoor({ door, doorPair, node: nodes.get(id), draft });
  }
  return nodes;
}

function addNode({ id, levelId, point }: NetworkNode, draft: GraphDraft): NodePair {
  const node = draft.addNode({ id, feature: id, levelId, point });
  draft.tie(id, node);
  return { goal: node, start: node };
}

interface WayJoint {
  readonly way: NetworkWay;
  /** Units that it runs through. */
  readonly through: readonly string[];
  readonly nodes: ReadonlyMap<string, NodePair>;
  readonly draft: GraphDraft;
}

function addWay({ way, through, nodes, draft }: WayJoint): void {
  const [from, to] = [nodes.get(way.from), nodes.get(way.to)];
  if (from === undefined || to === undefined || from === to) return;
  const metres = Number.isFinite(way.metres) && way.metres >= 0 ? way.metres : metresOf(from, to, draft);
  const edge = { metres, kind: way.kind, features: [way.id, way.from, way.to, ...through] };
  draft.addEdge({ from: from.start, to: to.goal, ...edge });
  if (way.way === 'both') draft.addEdge({ from: to.start, to: from.goal, ...edge });
}

function metresOf(from: NodePair, to: NodePair, { pointOf }: GraphDraft): number {
  return distance(pointOf(from.start), pointOf(to.goal));
}

interface DoorJoint {
  readonly door: Door;
  readonly doorPair: NodePair;
  readonly node: NodePair | undefined;
  readonly draft: GraphDraft;
}

function joinDoor({ door, doorPair, node, draft }: DoorJoint): void {
  if (node === undefined) return;
  const edge = { metres: metresOf(node, doorPair, draft), kind: 'door', features: [door.feature] } as const;
  draft.addEdge({ from: node.start, to: doorPair.goal, ...edge });
  draft.addEdge({ from: doorPair.start, to: node.goal, ...edge });
}
