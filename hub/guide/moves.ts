import { moveOccupant } from '@lobby/maps/corrections/move-occupant.ts';
import type { WalkGraph } from '@lobby/maps/graph/walk-graph.ts';

/** A department that is in another unit than the archive says. */
export interface Move {
  readonly occupant: string;
  readonly unit: string;
}

/**
 * A graph on which departments are where they have moved to. Who is in a room changes no way: whoever goes there goes to
 * the room, and nothing of what was worked out on the graph is worked out again.
 */
export function withMoves(graph: WalkGraph, moves: readonly Move[]): WalkGraph {
  return moves.filter((move) => canMove(graph, move)).reduce(moveOnGraph, graph);
}

/** Whether the map has the department, and a unit of this id that one can walk to. */
export function canMove({ venue, nodesOfFeature }: WalkGraph, { occupant, unit }: Move): boolean {
  const isThere = venue.occupants.some(({ id }) => id === occupant) && venue.units.some(({ id }) => id === unit);
  return isThere && (nodesOfFeature.get(unit)?.length ?? 0) > 0;
}

function moveOnGraph(graph: WalkGraph, { occupant, unit }: Move): WalkGraph {
  const nodesOfFeature = new Map(graph.nodesOfFeature).set(occupant, graph.nodesOfFeature.get(unit) ?? []);
  return { ...graph, venue: moveOccupant(graph.venue, occupant, unit), nodesOfFeature };
}
