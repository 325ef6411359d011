import { mapOptions, openMap, refuse } from '../command/open-map.ts';
import { onePath, readWords, together } from '../command/read-words.ts';
import { walkOptions, walkWish } from '../command/walk-options.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Profile, WalkGraph } from '../graph/walk-graph.ts';
import { warnOfUnknown } from '../graph/unknown-features.ts';
import { describeRoute } from '../words/describe-route.ts';
import type { Directions } from '../words/step.ts';
import { routeBetween } from './find-route.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { Route, RouteReason } from './route.ts';

/** Prints a route. 0: printed; 1: there is none, and why; 2: the words make no sense. */
export async function routeCommand(words: readonly string[]): Promise<number> {
  const read = readWords(words, {
    usage:
      'route PATH --from ID --to ID [--profile default|step-free|elder|bed] [--closed ID,…] [--corrections FILE] [--json]',
    options: { ...mapOptions, ...walkOptions, from: { type: 'string' }, to: { type: 'string' } },
    wish: ({ values, positionals }) => together(values, onePath(positionals), endsIn(values), walkWish(values)),
  });
  if ('code' in read) return read.code;
  const { wish } = read;
  const opened = await openMap(wish);
  if (opened === undefined) return 2;
  if (!opened.ok) return refuseRoute(wish.json, { reason: 'no-map', message: opened.message, profilesWithAWay: [] });
  const graph = buildGraph(opened.venue);
  warnOfUnknown(graph, wish.closed);
  const reply = routeBetween(graph, wish);
  if (!reply.ok) {
    const { reason, profilesWithAWay } = reply;
    return refuseRoute(wish.json, { reason, message: refusalInWords(graph, wish, reply), profilesWithAWay });
  }
  const { route } = reply;
  const directions = describeRoute({
    graph,
    route,
    heading: headingAt(graph, wish.from),
    from: wish.from,
    to: wish.to,
  });
  console.log(wish.json ? JSON.stringify(routeAsJson(graph, route, directions), null, 2) : inProse(directions));
  return 0;
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

function endsIn({ from, to }: Partial<Ends>): Ends | string {
  if (!from) return '--from is missing: the id of where the way begins.';
  return to ? { from, to } : '--to is missing: the id of where the way leads.';
}

interface Trouble {
  readonly reason: RouteReason | 'no-map';
  readonly message: string;
  readonly profilesWithAWay: readonly Profile[];
}

const refuseRoute = (json: boolean, error: Trouble): number => refuse(json, error);

/** Where the reader of a terminal or screen looks to; of other places nothing is known. */
function headingAt({ venue }: WalkGraph, from: string): number | null {
  return venue.kiosks.find(({ id }) => id === from)?.heading ?? null;
}

function routeAsJson(graph: WalkGraph, route: Route, { path, steps }: Directions) {
  const { seconds, metres, extraSeconds, nodes } = route;
  return {
    seconds,
    metres,
    extraSeconds,
    nodes: nodes.map((node) => graph.nodeIds[node]),
    path,
    steps: { zh: steps.map(({ zh }) => zh), en: steps.map(({ en }) => en) },
  };
}

function inProse({ summary, steps }: Directions): string {
  const lines = steps.flatMap(({ zh, en }, n) => [`${n + 1}. ${zh}`, `   ${en}`]);
  return [summary.zh, summary.en, ...lines].join('\n');
}
