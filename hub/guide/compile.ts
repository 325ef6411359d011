import { openVenueBytes } from '@lobby/maps/open-venue.ts';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import { weigh } from '@lobby/maps/graph/weigh.ts';
import type { Profile, WalkGraph, Weights } from '@lobby/maps/graph/walk-graph.ts';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { treeFrom, type RouteTree } from '@lobby/maps/route/route-tree.ts';
import type { ReportLine } from '../contract/index.ts';
import { planOf } from './plan.ts';
import { reportLines } from './report-words.ts';
import { allProfiles, devicesOf, treeName } from './serving.ts';

/** What is to be made ready: an archive, or the graph of one that was opened before, with what is closed. */
export interface CompileWish {
  readonly from:
    | { readonly name: string; readonly archive: Uint8Array; readonly corrections: string | null }
    | { readonly graph: WalkGraph };
  readonly closed: ReadonlySet<string>;
}

/** All ways from terminals and screens, and the floors to be drawn, with what is closed. */
export interface ReadyWays {
  readonly weights: ReadonlyMap<Profile, Weights>;
  readonly trees: ReadonlyMap<string, RouteTree>;
  /** The bytes of each floor's mesh, in the plan's order. */
  readonly meshes: readonly Uint8Array<ArrayBuffer>[];
}

export interface Compiled extends ReadyWays {
  readonly ok: true;
  /** As the archive has it; null: it was given. */
  readonly opened: { readonly graph: WalkGraph; readonly report: readonly ReportLine[] } | null;
}

export type CompileReply =
  Compiled | { readonly ok: false; readonly message: string; readonly report: readonly ReportLine[] };

/** Everything that takes time, done in a thread beside the hub. */
export function compile({ from, closed }: CompileWish): CompileReply {
  if ('graph' in from) return { ok: true, opened: null, ...waysOn(from.graph, closed) };
  const { name, archive, corrections } = from;
  const opened = openVenueBytes(archive, { name, ...(corrections === null ? {} : { corrections }) });
  if (!opened.ok) return { ok: false, message: opened.message, report: reportLines(opened.report?.findings ?? []) };
  const graph = buildGraph(opened.venue);
  return { ok: true, opened: { graph, report: reportLines(opened.report.findings) }, ...waysOn(graph, closed) };
}

function waysOn(graph: WalkGraph, closed: ReadonlySet<string>): ReadyWays {
  const weights = new Map(allProfiles.map((profile) => [profile, weigh(graph, profile, closed)]));
  const trees = devicesOf(graph.venue).flatMap(({ id }) =>
    [...weights].map(
      ([profile, weight]) =>
        [treeName(id, profile), treeFrom(graph, weight, graph.nodesOfFeature.get(id) ?? [])] as const,
    ),
  );
  return { weights, trees: new Map(trees), meshes: meshesOn(graph, closed) };
}

function meshesOn({ venue }: WalkGraph, closed: ReadonlySet<string>): ReadyWays['meshes'] {
  const { levels } = planOf({ version: '', venue, closed });
  return levels.map((floor) => encodeMesh(compileFloor(floor)));
}
