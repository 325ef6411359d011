import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { change, clinicWith, filesOf } from '../imdf/sample.ts';
import { openVenueBytes } from '../open-venue.ts';
import { routeBetween } from '../route/find-route.ts';
import { describeRoute } from './describe-route.ts';
import { countHanzi, countWords } from './phrases.ts';

test.each([
  ['one word', 'x'.repeat(100_000)],
  ['many words', 'room '.repeat(20_000)],
])('a room whose name is a hundred thousand letters in %s is led to in steps that can be read', (_, en) => {
  const name = { zh: '心'.repeat(100_000), en };
  const opened = openVenueBytes(zipSync(filesOf(clinicWith({ 'room-2': change({ name }) }))), { name: 'clinic.zip' });
  if (!opened.ok) throw new Error(opened.message);
  const graph = buildGraph(opened.venue);
  const ends = { from: 'room-1', to: 'room-2' };
  const reply = routeBetween(graph, { ...ends, profile: 'default', closed: new Set() });
  if (!reply.ok) throw new Error(reply.reason);
  const { steps } = describeRoute({ graph, route: reply.route, heading: null, ...ends });
  expect(steps.length).toBeGreaterThan(1);
  for (const step of steps) {
    expect(countHanzi(step.zh)).toBeLessThanOrEqual(18);
    expect(countWords(step.en)).toBeLessThanOrEqual(12);
    expect(step.en.length).toBeLessThan(120);
  }
});
