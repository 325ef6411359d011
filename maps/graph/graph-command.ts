import { parseArgs } from 'node:util';
import { openVenue } from '../open-venue.ts';
import { buildGraph } from './build-graph.ts';
import { componentsOf } from './components.ts';
import { graphAsJson } from './graph-as-json.ts';
import { warnOfUnknown } from './unknown-features.ts';
import { idsIn, isProfile } from './wishes.ts';
import type { WalkGraph, Weights } from './walk-graph.ts';
import { weigh } from './weigh.ts';

const usage = 'usage: npm run -s maps -- graph PATH [--profile default|step-free|elder|bed] [--closed ID,…] [--json]';

/** Prints the graph as the router uses it. 0: printed; 1: no graph can be made; 2: the words make no sense. */
export async function graphCommand(words: readonly string[]): Promise<number> {
  const wish = wishOf(words);
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  const opened = await openVenue(wish.path);
  if (!opened.ok) {
    console.error(opened.message);
    return 1;
  }
  const graph = buildGraph(opened.venue);
  warnOfUnknown(graph, wish.closed);
  const weights = weigh(graph, wish.profile, wish.closed);
  console.log(wish.json ? JSON.stringify(graphAsJson(graph, weights)) : inProse(graph, weights));
  return 0;
}

function wishOf(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        profile: { type: 'string', default: 'default' },
        closed: { type: 'string', multiple: true, default: [] },
      },
    });
    const [path, ...rest] = positionals;
    const { profile, json } = values;
    if (path === undefined || rest.length > 0 || !isProfile(profile)) return undefined;
    return { path, profile, json, closed: idsIn(values.closed) };
  } catch {
    return undefined;
  }
}

function inProse(graph: WalkGraph, weights: Weights): string {
  const usable = weights.seconds.filter((seconds) => seconds < Infinity).length;
  const [mainland, ...islands] = componentsOf(graph, weights);
  return [
    `${graph.nodeIds.length} nodes; ${usable} of ${graph.to.length} edges may be walked (${weights.profile}).`,
    `${mainland?.nodes.length ?? 0} nodes hang together; ${islands.length} islands besides. --json prints them all.`,
  ].join('\n');
}
