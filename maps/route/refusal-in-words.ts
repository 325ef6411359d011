import type { Profile, WalkGraph } from '../graph/walk-graph.ts';
import type { RouteQuestion } from './find-route.ts';
import type { RouteReason } from './route.ts';
import { meantBy } from './spelling.ts';

export interface Refusal {
  readonly reason: RouteReason;
  readonly profilesWithAWay: readonly Profile[];
}

/** Why there is no route, in one sentence for whoever keeps the map. */
export function refusalInWords(graph: WalkGraph, question: RouteQuestion, refusal: Refusal): string {
  const { from, to, profile } = question;
  const others = refusal.profilesWithAWay;
  const rest = others.length === 0 ? '' : ` There is one for: ${others.join(', ')}.`;
  switch (refusal.reason) {
    case 'from-unknown':
      return unknown(graph, from);
    case 'to-unknown':
      return unknown(graph, to);
    case 'same-place':
      return `${from} and ${to} are the same place.`;
    case 'from-restricted':
      return `${from} is for staff only, so no public route begins there.`;
    case 'to-restricted':
      return `${to} is for staff only, so no public route leads there.`;
    case 'island':
      return `Nothing on the map joins ${from} and ${to}; the report of "maps check" lists the islands.`;
    case 'closed':
      return `What is closed leaves no way from ${from} to ${to} (${profile}).${rest}`;
    case 'profile':
      return `There is no way from ${from} to ${to} under the profile ${profile}.${rest}`;
  }
}

function unknown(graph: WalkGraph, id: string): string {
  const meant = meantBy(id, graph.nodesOfFeature.keys(), graph.venue);
  const hint = meant === undefined ? 'Give the id of a feature.' : `Did you mean ${meant}?`;
  return `No place of this map has the id ${id}. ${hint}`;
}
