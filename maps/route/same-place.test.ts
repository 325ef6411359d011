import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { box, littleVenue, unit } from '../graph/little-venue.ts';
import { noSiteCodes, type Anchor, type Occupant } from '../venue.ts';
import { routeBetween } from './find-route.ts';
import type { RouteReply } from './route.ts';

const corridor = unit('corridor', 'walkway', box(0, 0, 30, 3));
const desks = { triage: 5, cashier: 25 };
const anchors = Object.entries(desks).map(([id, x]): Anchor => ({
  id: `anchor of ${id}`,
  unitId: 'corridor',
  levelId: corridor.levelId,
  point: [x, 1.5],
}));
const occupants = Object.keys(desks).map((id): Occupant => ({
  ...{ id, category: 'information', name: { zh: id }, aliases: [] },
  ...{ anchorId: `anchor of ${id}`, site: noSiteCodes },
}));
const graph = buildGraph({ ...littleVenue({ units: [corridor] }), anchors, occupants });

test('whoever is in a place is where the place is, from either side', () => {
  for (const [from, to] of [
    ['triage', 'corridor'],
    ['corridor', 'triage'],
    ['anchor of triage', 'corridor'],
  ] as const)
    expect(ask(from, to)).toMatchObject({ ok: false, reason: 'same-place' });
});

test('and not where another in the same hall is', () => {
  const reply = ask('triage', 'cashier');
  expect(reply.ok && reply.route.metres).toBeCloseTo(20, 0);
});

function ask(from: string, to: string): RouteReply {
  return routeBetween(graph, { from, to, profile: 'default', closed: new Set() });
}
