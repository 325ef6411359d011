import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { profiles, type Venue } from '@lobby/maps';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { hallAndStation } from '../support/osm-station.ts';
import { proveRoutes } from '../support/prove-routes.ts';
import { syntheticHospital } from '../support/synthetic-hospital.ts';

export const routesUsage = `npm run campaign -- routes [--pairs 10000] [--seed 1] [PATH…]
  routes between random places against a plain search, in every profile; PATH: maps of your own beside ours`;

const venues = fileURLToPath(new URL('../../maps/venues', import.meta.url));

/** Proves routes on our maps and on others; true: all were the quickest. Undefined: the words make no sense. */
export async function proveAllRoutes(words: readonly string[]): Promise<boolean | undefined> {
  const wish = readWish(words);
  if (wish === undefined) return undefined;
  let held = true;
  for (const [name, open] of subjects(wish)) {
    const venue = await open();
    if (venue === undefined) held = false;
    else held = proveVenue(name, venue, wish) && held;
  }
  return held;
}

interface Wish {
  readonly pairs: number;
  readonly seed: number;
  readonly paths: readonly string[];
}

type Subject = readonly [name: string, open: () => Promise<Venue | undefined>];

function subjects({ seed, paths }: Wish): readonly Subject[] {
  return [
    ['demo hospital', () => opened(`${venues}/demo`)],
    ['synthetic hospital', async () => syntheticHospital({ nodes: 20_000, seed })],
    ['example of tables', () => opened(`${venues}/tables-example`)],
    ['station as in OpenStreetMap', async () => hallAndStation()],
    ...paths.map((path): Subject => [basename(path), () => opened(path)]),
  ];
}

async function opened(path: string): Promise<Venue | undefined> {
  const reply = await openVenue(path);
  if (!reply.ok) console.log(reply.message);
  return reply.ok ? reply.venue : undefined;
}

function proveVenue(name: string, venue: Venue, { pairs, seed }: Wish): boolean {
  const graph = buildGraph(venue);
  console.log(`${name}: ${graph.nodeIds.length} nodes, ${graph.to.length} edges, ${graph.nodesOfFeature.size} places`);
  let held = true;
  for (const profile of profiles) {
    const started = performance.now();
    const { routes, without, difference, wrong } = proveRoutes({ graph, profile, pairs, seed });
    const reasons = Object.entries(without).map(([reason, count]) => `${count} ${reason}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `  ${profile}: ${pairs} pairs, ${routes} routes, without one: ${reasons.join(', ') || 'none'}; largest difference ${difference} s; ${wrong.length} wrong; ${seconds} s`,
    );
    for (const sentence of wrong.slice(0, 10)) console.log(`    ${sentence}`);
    held &&= wrong.length === 0;
  }
  return held;
}

function readWish(words: readonly string[]): Wish | undefined {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { pairs: text, seed: text },
      allowPositionals: true,
    });
    const [pairs, seed] = [Number(values.pairs ?? 10_000), Number(values.seed ?? 1)];
    const whole = [pairs, seed].every((value) => Number.isInteger(value) && value > 0);
    return whole ? { pairs, seed, paths: positionals } : undefined;
  } catch {
    return undefined;
  }
}
