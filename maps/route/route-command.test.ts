import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { graphCommand } from '../graph/graph-command.ts';
import { warnOfUnknown } from '../graph/unknown-features.ts';
import { openDemo } from '../words/demo-ways.ts';
import { routeCommand } from './route-command.ts';

// The health centre that shows how tables are kept: two floors and a basement, a lift, a bed lift, a stair, an escalator.
const centre = fileURLToPath(new URL('../venues/tables-example', import.meta.url));

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function json(command: typeof routeCommand, ...words: string[]) {
  const code = await command([centre, ...words, '--json']);
  const printed = JSON.parse(said.join('\n'));
  said.length = 0;
  return { code, printed };
}

const upstairs = ['--from', 'K1', '--to', 'R203'];

describe('maps route', () => {
  test('prints a way with its nodes, its path and its steps in both languages', async () => {
    const { code, printed } = await json(routeCommand, ...upstairs);
    expect(code).toBe(0);
    expect(printed).toEqual({
      seconds: expect.any(Number),
      metres: expect.any(Number),
      extraSeconds: 0,
      nodes: expect.arrayContaining(['K1', 'R203']),
      path: printed.nodes.map(() => expect.objectContaining({ level: expect.any(String), x: expect.any(Number) })),
      steps: { zh: expect.any(Array), en: expect.any(Array) },
    });
    expect(printed.path[0].via).toBeNull();
    expect(printed.steps.zh.length).toBe(printed.steps.en.length);
  });

  test('takes as long as the printed graph says that its edges take', async () => {
    for (const profile of ['default', 'step-free', 'elder', 'bed']) {
      const { printed: route } = await json(routeCommand, ...upstairs, '--profile', profile);
      const { printed: graph } = await json(graphCommand, '--profile', profile);
      const taken = route.nodes.slice(1).map((to: string, n: number) => {
        const edges = graph.edges.filter((edge: Edge) => edge.from === route.nodes[n] && edge.to === to);
        return Math.min(...edges.map(({ seconds }: Edge) => seconds));
      });
      expect(taken.reduce((sum: number, seconds: number) => sum + seconds, 0)).toBeCloseTo(route.seconds, 6);
    }
  });

  test('tells the steps to people', async () => {
    expect(await routeCommand([centre, ...upstairs])).toBe(0);
    expect(said.join('\n')).toMatch(/^约.*\n.*\n1\. /);
  });

  test('says why there is no way, and who has one', async () => {
    const { code, printed } = await json(routeCommand, ...upstairs, '--profile', 'step-free', '--closed', 'lift-1');
    expect(code).toBe(1);
    expect(printed).toEqual({
      error: {
        reason: 'closed',
        message: expect.stringMatching(/^What is closed/),
        profilesWithAWay: expect.any(Array),
      },
    });
    expect(printed.error.profilesWithAWay).toContain('default');
  });

  test('tells on the error output that what is closed is not on the map', async () => {
    expect(await routeCommand([centre, ...upstairs, '--closed', 'lift-99'])).toBe(0);
    expect(said.join('\n')).toMatch(/Nothing on this map is called lift-99/);
  });

  test('knows what was meant by an id that is spelt wrongly, and by a name', async () => {
    for (const to of ['R2O3', '中医科']) {
      const { code, printed } = await json(routeCommand, '--from', 'K1', '--to', to);
      expect([code, printed.error.reason]).toEqual([1, 'to-unknown']);
      expect(printed.error.message).toMatch(/Did you mean R203\?$/);
    }
  });

  test('has no way to a store of the staff', async () => {
    const { printed } = await json(routeCommand, '--from', 'K1', '--to', 'S1');
    expect(printed.error.reason).toBe('to-restricted');
  });

  test('says of a map that cannot be read what is wrong with it', async () => {
    expect(await routeCommand(['/nowhere/at/all', ...upstairs, '--json'])).toBe(1);
    expect(JSON.parse(said.join('\n'))).toMatchObject({ error: { reason: 'no-map', profilesWithAWay: [] } });
  });

  test.each([
    [[], 'No map is named.'],
    [[centre, 'other', ...upstairs], 'other is more than one map.'],
    [[centre, '--from', 'K1'], '--to is missing: the id of where the way leads.'],
    [[centre, '--to', 'K1'], '--from is missing: the id of where the way begins.'],
    [[centre, ...upstairs, '--loud'], '--loud is not known here.'],
    [[centre, ...upstairs, '--closed'], '--closed wants one value after it, or none.'],
    [[centre, ...upstairs, '--profile', 'running'], /^running is no profile; there are default, step-free/],
    [
      [centre, ...upstairs, '--corrections', '/nowhere.yaml'],
      '/nowhere.yaml cannot be read; name a file of corrections.',
    ],
  ])('ends with 2 for the words %j, and says which is wrong', async (words, wrong) => {
    expect(await routeCommand(words)).toBe(2);
    expect(said.join('\n').split('\n')[0]).toEqual(wrong instanceof RegExp ? expect.stringMatching(wrong) : wrong);
  });

  test('tells how it is used when it is asked, and that is no mistake', async () => {
    expect(await routeCommand(['--help'])).toBe(0);
    expect(said).toEqual([expect.stringMatching(/^usage: npm run -s maps -- route PATH --from ID/)]);
  });

  test('makes corrections first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'route-'));
    writeFileSync(join(folder, 'right.yaml'), 'changes: { R203: { delete: true } }');
    const { code, printed } = await json(routeCommand, ...upstairs, '--corrections', join(folder, 'right.yaml'));
    rmSync(folder, { recursive: true });
    expect([code, printed.error.reason]).toEqual([1, 'to-unknown']);
  });

  test('says of an occupant, a floor and a thing that they cannot be closed, and what can', async () => {
    const { venue } = await openDemo();
    const [occupant, level, amenity] = [venue.occupants[0], venue.levels[0], venue.amenities[0]];
    const unit = venue.anchors.find(({ id }) => id === occupant?.anchorId)?.unitId;
    warnOfUnknown({ venue }, new Set([occupant?.id ?? '', level?.id ?? '', amenity?.id ?? '', unit ?? '']));
    expect(said).toEqual([
      `${occupant?.id} is an occupant and cannot be closed; close its unit ${unit}.`,
      expect.stringMatching(/is a whole level and cannot be closed; --closed takes ids of units/),
      expect.stringMatching(/is an amenity and cannot be closed/),
    ]);
  });
});

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly seconds: number;
}

describe('maps graph', () => {
  test('prints nodes and directed edges, those alone that may be walked', async () => {
    const { printed } = await json(graphCommand);
    expect(printed.nodes).toContainEqual({
      id: 'K1',
      level: expect.any(String),
      x: expect.any(Number),
      y: expect.any(Number),
      feature: 'K1',
    });
    const { printed: closed } = await json(graphCommand, '--closed', 'lift-1');
    const lifts = (graph: { edges: { kind: string }[] }) => graph.edges.filter(({ kind }) => kind === 'lift').length;
    expect(lifts(closed)).toBeLessThan(lifts(printed));
    expect(lifts(closed)).toBe(0);
  });

  test('says of a map that cannot be read what is wrong with it, as JSON where that is wanted', async () => {
    expect(await graphCommand(['/nowhere/at/all', '--json'])).toBe(1);
    expect(JSON.parse(said.join('\n'))).toEqual({ error: { reason: 'no-map', message: expect.any(String) } });
  });

  test('tells people how much of it hangs together', async () => {
    expect(await graphCommand([centre])).toBe(0);
    expect(said.join('\n')).toMatch(/nodes hang together/);
  });
});
