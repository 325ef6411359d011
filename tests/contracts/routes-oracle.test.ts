import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { profiles, type Profile, type Venue, type WalkGraph } from '@lobby/maps';
import { buildGraph } from '@lobby/maps/graph/build-graph.ts';
import { openVenue } from '@lobby/maps/open-venue.ts';
import { routeBetween } from '@lobby/maps/route/find-route.ts';
import { describe, expect, test } from 'vitest';
import { hallAndStation } from '../support/osm-station.ts';
import { secondsByNgraph } from '../support/ngraph-routes.ts';
import { neverPassed, printGraph, proveRoutes, troubleOf } from '../support/prove-routes.ts';
import { syntheticHospital } from '../support/synthetic-hospital.ts';

const venues = fileURLToPath(new URL('../../maps/venues', import.meta.url));
const extra = process.env['LOBBY_MAPS_EXTRA']?.split(':').filter((path) => path !== '') ?? [];

async function opened(path: string): Promise<Venue> {
  const reply = await openVenue(path);
  if (!reply.ok) throw new Error(reply.message);
  return reply.venue;
}

const demo = buildGraph(await opened(`${venues}/demo`));
const graphs: readonly (readonly [string, WalkGraph])[] = [
  ['the demo hospital', demo],
  ['a synthetic hospital of ten floors', buildGraph(syntheticHospital({ nodes: 3000, seed: 7 }))],
  ['the example of two tables', buildGraph(await opened(`${venues}/tables-example`))],
  ['a station drawn in OpenStreetMap', buildGraph(hallAndStation())],
  ...(await Promise.all(extra.map(async (path) => [path, buildGraph(await opened(path))] as const))),
];
const cases = graphs.flatMap(([name, graph]) => profiles.map((profile) => ({ name, profile, graph })));

describe('routes between random places', () => {
  test.each(cases)('of $name are as quick as a plain search finds, profile $profile', ({ graph, profile }) => {
    const { wrong, routes } = proveRoutes({ graph, profile, pairs: 320, seed: 11 });
    expect(wrong).toEqual([]);
    expect(routes).toBeGreaterThan(0);
  });

  test('are as quick with lifts, doors and places closed', () => {
    const closed = new Set(demo.venue.connectors.filter((_, n) => n % 2 === 0).map(({ id }) => id));
    for (const { id } of demo.venue.openings.filter((_, n) => n % 9 === 0)) closed.add(id);
    for (const profile of profiles)
      expect(proveRoutes({ graph: demo, profile, pairs: 120, seed: 12, closed }).wrong).toEqual([]);
  });

  test('are as quick as another library finds them that is given no hint', () => {
    const graph = buildGraph(syntheticHospital({ nodes: 1200, seed: 3 }));
    const byNgraph = secondsByNgraph(printGraph(graph, 'default', new Set()));
    const ids = [...graph.nodesOfFeature.keys()];
    for (let n = 0; n < 60; n += 1) {
      const [from = '', to = ''] = [ids[(n * 37) % ids.length], ids[(n * 211 + 5) % ids.length]];
      const reply = routeBetween(graph, { from, to, profile: 'default', closed: new Set() });
      if (reply.ok) expect(reply.route.seconds).toBeCloseTo(byNgraph(from, to), 6);
    }
  });
});

/** Two places of a graph and some of its features closed. */
function anyQuestion(graph: WalkGraph) {
  const features = [...graph.nodesOfFeature.keys()];
  const { connectors, openings, units } = graph.venue;
  const closable = [...connectors, ...openings, ...units].map(({ id }) => id);
  return fc.record({
    from: fc.constantFrom(...features),
    to: fc.constantFrom(...features),
    closed: fc.uniqueArray(fc.constantFrom(...closable), { maxLength: 12 }).map((ids) => new Set(ids)),
  });
}

describe('whatever is asked and closed in the demo hospital', () => {
  const forbidden = neverPassed(demo.venue);

  test('has something that nobody may pass', () => {
    const ids = new Set(demo.venue.openings.filter(({ category }) => category === 'emergencyexit').map(({ id }) => id));
    expect([...forbidden].filter((id) => ids.has(id)).length).toBeGreaterThan(0);
    expect(demo.venue.units.filter(({ id }) => forbidden.has(id)).length).toBeGreaterThan(0);
  });

  test.each(profiles.map((profile) => [profile] as const))(
    'no route of profile %s passes what is closed, the staff’s or an emergency exit, nor stairs where it is for wheels',
    (profile: Profile) => {
      fc.assert(
        fc.property(anyQuestion(demo), ({ from, to, closed }) => {
          const reply = routeBetween(demo, { from, to, profile, closed });
          if (reply.ok) expect(troubleOf(demo, reply.route, new Set([...forbidden, ...closed]))).toBeUndefined();
        }),
        { numRuns: 150 },
      );
    },
  );
});
