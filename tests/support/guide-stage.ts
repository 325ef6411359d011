import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { build } from 'vite';
import { largePlan, wayThrough } from './large-plan.ts';
import { serveFolder } from './serve-folder.ts';

const page = fileURLToPath(new URL('guide-stage', import.meta.url));

export interface GuideStage {
  readonly address: string;
  readonly venues: readonly Venue[];
  close(): void;
}

/** Two venues of a few floors each on the real components, as one page: what `window.stage` shows. */
export async function openGuideStage(): Promise<GuideStage> {
  const built = mkdtempSync(join(tmpdir(), 'lobby-stage-'));
  await build({
    root: page,
    configFile: false,
    plugins: [svelte({ configFile: false })],
    logLevel: 'error',
    build: { outDir: built, emptyOutDir: true, target: 'esnext' },
  });
  const venues = [
    venue('first', largePlan({ floors: 4, units: 240 })),
    venue('second', largePlan({ floors: 3, units: 300 })),
  ];
  const served = await serveFolder(built, new Map(venues.flatMap(filesOf)));
  const close = (): void => {
    served.close();
    rmSync(built, { recursive: true, force: true });
  };
  return { address: served.address, venues, close };
}

interface Venue {
  readonly plan: GuidePlan;
  readonly ways: readonly GuideWay[];
  readonly astray: GuideWay;
}

/** Ways to some rooms of the uppermost floor, over the lift. */
function venue(version: string, largest: GuidePlan): Venue {
  const plan = { ...largest, version };
  const rooms = plan.levels.at(-1)?.units.filter(({ look }) => look === 'room') ?? [];
  const ways = rooms.filter((_, index) => index % 29 === 3).map((room) => wayThrough(plan, room));
  const way = wayThrough(plan);
  const astray = { ...way, path: way.path.map((point) => ({ ...point, level: 'no floor' })) };
  return { plan, ways, astray };
}

function filesOf({ plan, ways, astray }: Venue): readonly (readonly [string, string | Uint8Array])[] {
  const meshes = plan.levels.map(
    (floor) => [`/mesh/${plan.version}/${floor.level.id}`, encodeMesh(compileFloor(floor))] as const,
  );
  return [[`/venue/${plan.version}`, JSON.stringify({ plan, ways, astray })], ...meshes];
}
