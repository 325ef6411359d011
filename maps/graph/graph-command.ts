import { mapOptions, openMap, refuse } from '../command/open-map.ts';
import { onePath, readWords, together } from '../command/read-words.ts';
import { walkOptions, walkWish } from '../command/walk-options.ts';
import { buildGraph } from './build-graph.ts';
import { componentsOf } from './components.ts';
import { graphAsJson } from './graph-as-json.ts';
import { warnOfUnknown } from './unknown-features.ts';
import type { WalkGraph, Weights } from './walk-graph.ts';
import { weigh } from './weigh.ts';

/** Prints the graph as the router uses it. 0: printed; 1: no graph can be made; 2: the words make no sense. */
export async function graphCommand(words: readonly string[]): Promise<number> {
  const read = readWords(words, {
    usage: 'graph PATH [--profile default|step-free|elder|bed] [--closed ID,…] [--corrections FILE] [--json]',
    options: { ...mapOptions, ...walkOptions },
    wish: ({ values, positionals }) => together(values, onePath(positionals), walkWish(values)),
  });
  if ('code' in read) return read.code;
  const { wish } = read;
  const opened = await openMap(wish);
  if (opened === undefined) return 2;
  if (!opened.ok) return refuse(wish.json, { reason: 'no-map', message: opened.message });
  const graph = buildGraph(opened.venue);
  warnOfUnknown(graph, wish.closed);
  const weights = weigh(graph, wish.profile, wish.closed);
  console.log(wish.json ? JSON.stringify(graphAsJson(graph, weights)) : inProse(graph, weights));
  return 0;
}

function inProse(graph: WalkGraph, weights: Weights): string {
  const usable = weights.seconds.filter((seconds) => seconds < Infinity).length;
  const [mainland, ...islands] = componentsOf(graph, weights);
  return [
    `${graph.nodeIds.length} nodes; ${usable} of ${graph.to.length} edges may be walked (${weights.profile}).`,
    `${mainland?.nodes.length ?? 0} nodes hang together; ${islands.length} islands besides. --json prints them all.`,
  ].join('\n');
}
