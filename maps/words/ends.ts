import type { WalkGraph } from '../graph/walk-graph.ts';
import { isInsideAny } from '../geometry/polygon.ts';
import type { Route } from '../route/route.ts';
import type { Names, Opening, Point, SiteCodes, Unit } from '../venue.ts';
import { noSiteCodes } from '../venue.ts';
import { featuresOf } from './features.ts';
import { bearing, turnAngle } from './headings.ts';
import { isRoom } from './landmarks.ts';

/** Where a route begins or ends, as people call it. */
export interface End {
  /** Feature id. */
  readonly id: string;
  readonly name: Names;
  readonly category: string;
  /** The room that one enters to be there; null: it stands in a hall or a corridor. */
  readonly unit: Unit | null;
  readonly site: SiteCodes;
}

/** What stands at a feature id, or at the anchor, unit or node that it names. */
export function endAt(graph: WalkGraph, id: string): End {
  const { units, anchors, occupants, occupantsByAnchor, amenities, kiosks, nodes } = featuresOf(graph.venue);
  const anchor = anchors.get(id);
  const occupant = occupants.get(id) ?? occupantsByAnchor.get(anchor?.id ?? '');
  if (occupant !== undefined) {
    const unit = roomAround(units.get(anchors.get(occupant.anchorId)?.unitId ?? ''));
    return { id: occupant.id, name: occupant.name, category: occupant.category, unit, site: occupant.site };
  }
  const unit = units.get(anchor?.unitId ?? id);
  if (unit !== undefined) return { id: unit.id, name: unit.name, category: unit.category, unit, site: unit.site };
  const amenity = amenities.get(id);
  if (amenity !== undefined) {
    return plainEnd(id, amenity.name, amenity.category, roomAround(units.get(amenity.unitIds[0] ?? '')));
  }
  const kiosk = kiosks.get(id);
  if (kiosk !== undefined) return plainEnd(id, kiosk.name, 'kiosk', null);
  const node = nodes.get(id);
  return plainEnd(id, node?.name ?? {}, node?.category ?? '', null);
}

function roomAround(unit: Unit | undefined): Unit | null {
  return unit === undefined || !isRoom(unit) ? null : unit;
}

function plainEnd(id: string, name: Names, category: string, unit: Unit | null): End {
  return { id, name, category, unit, site: noSiteCodes };
}

export function pointOf(graph: WalkGraph, node: number): Point {
  return [graph.x[node] ?? 0, graph.y[node] ?? 0];
}

/** The opening that a node is the middle of. */
export function openingAt(graph: WalkGraph, node: number | undefined): Opening | null {
  const feature = node === undefined ? undefined : graph.nodeFeatures[node];
  return featuresOf(graph.venue).openings.get(feature ?? '') ?? null;
}

/** Position in the route of the door by which the first room is left: the walk before it lies inside. Null: no room, no door. */
export function doorOut(graph: WalkGraph, route: Route, unit: Unit | null): number | null {
  if (unit === null) return null;
  const at = route.nodes.findIndex((node) => openingAt(graph, node) !== null);
  return at > 0 && route.nodes.slice(0, at).every((node) => liesIn(graph, node, unit)) ? at : null;
}

/** Position in the route of the door by which the last room is entered. */
export function doorIn(graph: WalkGraph, route: Route, unit: Unit | null): number | null {
  if (unit === null) return null;
  const at = route.nodes.findLastIndex((node) => openingAt(graph, node) !== null);
  const inside = route.nodes.slice(at + 1);
  return at >= 0 && inside.length > 0 && inside.every((node) => liesIn(graph, node, unit)) ? at : null;
}

function liesIn(graph: WalkGraph, node: number, unit: Unit): boolean {
  return graph.nodeFeatures[node] === unit.id || isInsideAny(pointOf(graph, node), unit.polygons);
}

/** Heading straight through a door, towards the side on which `towards` lies; along the line to it where no width is known. */
export function headingThrough(opening: Opening | null, from: Point, towards: Point): number {
  const along = bearing(from, towards);
  if (opening === null) return along;
  const [[ax, ay], [bx, by]] = opening.line;
  if (Math.hypot(bx - ax, by - ay) < 0.05) return along;
  const normal = bearing([0, 0], [by - ay, ax - bx]);
  return Math.abs(turnAngle(normal, along)) <= 90 ? normal : normal + 180;
}
