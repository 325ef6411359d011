import { routeBetween } from '@lobby/maps/route/find-route.ts';
import { routeInTree } from '@lobby/maps/route/route-tree.ts';
import type { Profile } from '@lobby/maps/graph/walk-graph.ts';
import type { RouteReply } from '@lobby/maps/route/route.ts';
import { treeName, type Serving } from './serving.ts';

/** The route between two features: by the tree of a terminal or screen where it starts there, else by a search. */
export function findRoute(
  serving: Serving,
  { from, to, profile }: { readonly from: string; readonly to: string; readonly profile: Profile },
): RouteReply {
  const { graph, closed, trees, places, kiosks } = serving;
  const tree = trees.get(treeName(from, profile));
  // What is not told to the public, and why there is no way, the search knows.
  const isToBeTold = from !== to && (places.has(to) || kiosks.has(to)) && !closed.has(to);
  const route = tree && isToBeTold ? routeInTree(graph, tree, graph.nodesOfFeature.get(to) ?? []) : undefined;
  return route === undefined ? routeBetween(graph, { from, to, profile, closed }) : { ok: true, route };
}
