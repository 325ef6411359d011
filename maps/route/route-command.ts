import { parseArgs } from 'node:util';
import { buildGraph } from '../graph/build-graph.ts';
import type { Profile, WalkGraph } from '../graph/walk-graph.ts';
import { warnOfUnknown } from '../graph/unknown-features.ts';
import { idsIn, isProfile } from '../graph/wishes.ts';
import { openVenue } from '../open-venue.ts';
import { describeRoute } from '../words/describe-route.ts';
import type { Directions } from '../words/step.ts';
import { routeBetween, type RouteQuestion } from './find-route.ts';
import { refusalInWords } from './refusal-in-words.ts';
import type { Route, RouteReason } from './route.ts';

const usage =
  'usage: npm run -s maps -- route PATH --from ID --to ID [--profile default|step-free|elder|bed] [--closed ID,…] [--json]';

/** Prints a route. 0: printed; 1: there is none, and why; 2: the words make no sense. */
export async function routeCommand(words: readonly string[]): Promise<number> {
  const wish = wishOf(words);
  if (wish === undefined) {
    console.error(usage);
    return 2;
  }
  const opened = await openVenue(wish.path);
  if (!opened.ok) return refuse(wish.json, { reason: 'no-map', message: opened.message, profilesWithAWay: [] });
  const graph = buildGraph(opened.venue);
  warnOfUnknown(graph, wish.closed);
  const reply = routeBetween(graph, wish);
  if (!reply.ok) {
    const { reason, profilesWithAWay } = reply;
    return refuse(wish.json, { reason, message: refusalInWords(graph, wish, reply), profilesWithAWay });
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

type Wish = RouteQuestion & { readonly path: string; readonly json: boolean };

function wishOf(words: readonly string[]): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        json: { type: 'boolean', default: false },
        profile: { type: 'string', default: 'default' },
        closed: { type: 'string', multiple: true, default: [] },
      },
    });
    const [path, ...rest] = positionals;
    const { from, to, profile, json } = values;
    if (path === undefined || rest.length > 0 || !from || !to || !isProfile(profile)) return undefined;
    return { path, from, to, profile, json, closed: idsIn(values.closed) };
  } catch {
    return undefined;
  }
}

interface Trouble {
  readonly reason: RouteReason | 'no-map';
  readonly message: string;
  readonly profilesWithAWay: readonly Profile[];
}

function refuse(json: boolean, error: Trouble): number {
  if (json) console.log(JSON.stringify({ error }, null, 2));
  else console.error(error.message);
  return 1;
}

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
