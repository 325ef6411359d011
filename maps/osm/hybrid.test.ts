import { describe, expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { edgeKinds, type Profile } from '../graph/walk-graph.ts';
import { routeBetween } from '../route/find-route.ts';
import { readOsm } from './read-osm.ts';
import { area, collection, line, point } from './sample.ts';

/** A hall of two floors drawn as areas; what leads to it and up from it is drawn as lines. */
const station = collection([
  area('way/1', { indoor: 'area', level: '0', name: 'Concourse' }, [0, 0, 30, 10]),
  area('way/2', { indoor: 'corridor', level: '0' }, [30, 0, 40, 10]),
  area('way/3', { indoor: 'area', level: '1' }, [0, 0, 30, 10]),
  area('way/4', { indoor: 'room', level: '1', name: 'Bakery' }, [0, 10, 10, 16]),
  area('way/5', { indoor: 'room', level: '0', name: 'Kiosk' }, [0, 10, 10, 16]),
  point('node/1', { entrance: 'main' }, [0, 5]),
  point('node/2', { entrance: 'emergency', level: '0' }, [20, 0]),
  point('node/3', { door: 'yes', level: '0' }, [30, 5]),
  line('way/6', { highway: 'footway' }, [
    [-30, 5],
    [0, 5],
  ]),
  line('way/7', { highway: 'footway' }, [
    [20, -20],
    [20, 0],
  ]),
  line('way/8', { highway: 'steps', level: '0;1', incline: 'up' }, [
    [15, 3],
    [20, 3],
  ]),
  area('way/10', { indoor: 'room', level: '0', access: 'private' }, [40, 0, 50, 10]),
  line('way/11', { highway: 'footway', level: '0' }, [
    [36, 8],
    [60, 8],
    [70, 8],
  ]),
  point('node/4', { highway: 'elevator', level: '0;1' }, [25, 8]),
]);

function wayBetween(from: string, to: string, profile: Profile = 'default') {
  const reply = readOsm(station, { id: 'station' });
  if (!reply.ok) throw new Error(reply.message);
  const graph = buildGraph(reply.venue);
  const found = routeBetween(graph, { from, to, profile, closed: new Set() });
  if (!found.ok) return found.reason;
  const { nodes, edges, metres } = found.route;
  return {
    metres: Math.round(metres),
    kinds: [...new Set(edges.map((edge) => edgeKinds[graph.kind[edge] ?? 0]))],
    features: new Set(nodes.map((node) => graph.nodeFeatures[node])),
  };
}

describe('a station of areas and lines', () => {
  test('is entered from the footway by its door, and one walks straight on through the hall', () => {
    expect(wayBetween('way/6/0', 'way/5')).toMatchObject({ metres: 40, kinds: ['walk', 'door'] });
    expect([...featuresOf(wayBetween('way/6/0', 'way/5'))]).toContain('node/1');
  });

  test('is climbed by stairs that stand in the hall as a line, and by the lift on wheels', () => {
    expect(wayBetween('way/1', 'way/4')).toMatchObject({ kinds: expect.arrayContaining(['stairs']) });
    expect(wayBetween('way/1', 'way/4', 'step-free')).toMatchObject({ kinds: expect.arrayContaining(['lift']) });
  });

  test('is not entered by its emergency exit, though a footway leads there', () => {
    expect(wayBetween('way/7/0', 'way/1')).toBe('closed');
  });

  test('leads nobody through a room of the staff, though a line is drawn across it', () => {
    expect(wayBetween('way/11/1', 'way/11/2')).toMatchObject({ metres: 10 });
    expect(wayBetween('way/2', 'way/11/1')).toBe('closed');
  });

  test('lets one pass the door between hall and corridor, of which the source knows a point', () => {
    expect([...featuresOf(wayBetween('way/1', 'way/2'))]).toContain('node/3');
  });
});

function featuresOf(way: ReturnType<typeof wayBetween>): ReadonlySet<string | undefined> {
  return typeof way === 'string' ? new Set() : way.features;
}
