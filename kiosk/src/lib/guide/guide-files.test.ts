import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { samplePlan } from '../../flows/way/sample-plan.ts';
import { GuideFiles } from './guide-files.ts';

const floor = samplePlan.levels[1]?.level.id ?? '';
const files = new GuideFiles({ answer: 50, floor: 50 });
let hub: Server;
/** What the hub says before it falls silent. */
let says: 'nothing' | 'half';

beforeEach(async () => {
  hub = createServer((_, response) => {
    if (says === 'half') response.writeHead(200, { 'content-length': 100 }).write('{"version":');
  });
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  const { port } = hub.address() as AddressInfo;
  const fetchAnywhere = globalThis.fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetchAnywhere(`http://127.0.0.1:${port}${path}`, init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  hub.closeAllConnections();
  await new Promise((resolve) => hub.close(resolve));
});

it.each(['nothing', 'half'] as const)('a hub that says %s and falls silent is waited for no longer', async (what) => {
  says = what;
  expect(await files.home()).toBeUndefined();
  expect(await files.plan('v1')).toBeUndefined();
  expect(await files.way({ to: { of: 'room', id: 'r1' }, profile: 'default' })).toBeUndefined();
  await expect(files.mesh(samplePlan, floor)).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('a floor that the plan does not have is not asked for', async () => {
  await expect(files.mesh(samplePlan, 'nowhere')).rejects.toThrow('there is no such floor');
});
