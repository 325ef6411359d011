import { expect, it } from 'vitest';
import { weigh } from '../graph/weigh.ts';
import type { Place } from '../places.ts';
import { treeFrom } from '../route/route-tree.ts';
import { noSiteCodes } from '../venue.ts';
import { building, buildingGraph as graph } from '../words/sample-building.ts';
import { nearerTo, nearestOf } from './nearest.ts';

const place = (id: string, category: string, levelId: string): Place => ({
  ...{
    id,
    kind: 'unit',
    name: { zh: id },
    aliases: [],
    category,
    levelId,
    point: [0, 0],
    unitId: id,
    site: noSiteCodes,
  },
});
const places = [
  place('room-312', 'room', 'upper'),
  place('waiting', 'waitingroom', 'upper'),
  place('pharmacy-anchor', 'room', 'ground'),
];
const tree = treeFrom(graph, weigh(graph, 'default', new Set()), graph.nodesOfFeature.get('terminal') ?? []);

it('the nearest of a kind is the one that is walked to soonest', () => {
  expect(nearestOf(graph, tree, places, 'room')?.place.id).toBe('pharmacy-anchor');
  expect(nearestOf(graph, tree, places, 'waitingroom')?.place.id).toBe('waiting');
});

it('a kind that nobody can walk to has no nearest', () => {
  expect(nearestOf(graph, tree, [place('bridge', 'room', 'upper')], 'room')).toBeNull();
  expect(nearestOf(graph, tree, places, 'restroom')).toBeNull();
});

it('a place on this floor is nearer than one above it', () => {
  const near = nearerTo(building, { level: 'ground', point: [0, 0] });
  const [above, here] = [near(place('a', '', 'upper')), near({ ...place('b', '', 'ground'), point: [60, 0] })];
  expect(here).toBeLessThan(above);
});
