import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { HeldByThree } from '@lobby/display/guide/view/guide-view.ts';
import { chromium, type Browser, type Page } from '@playwright/test';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { build } from 'vite';
import { largePlan, wayThrough } from '../support/large-plan.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { leftOf } from '../support/what-is-left.ts';
import { milliseconds, percentile, type Figure } from './figures.ts';
import type { Measured } from './guide-page/main.ts';

const page = fileURLToPath(new URL('guide-page', import.meta.url));
const routes = 1_000;

/** Ten floors of five hundred rooms on software GL at 1080p, beside one mesh a room and three's BatchedMesh. */
export async function measureGuide(): Promise<Figure[]> {
  const built = mkdtempSync(join(tmpdir(), 'lobby-guide-'));
  await build({ root: page, logLevel: 'error', build: { outDir: built, emptyOutDir: true, target: 'esnext' } });
  const server = await serveFolder(built, largeBuilding());
  const browser = await chromium.launch({
    executablePath: process.env['LOBBY_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const { address } = server;
    const ours = await measured(browser, address, 'ours');
    const separate = await measured(browser, address, 'mesh-a-room');
    const batched = await measured(browser, address, 'batched');
    return [...figuresOf(ours, separate, batched), bundle(built), await walkedAgain(browser, address)];
  } finally {
    await browser.close();
    server.close();
    rmSync(built, { recursive: true, force: true });
  }
}

async function open(browser: Browser, address: string): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await opened.goto(address);
  await opened.waitForFunction(() => document.title === 'ready');
  return opened;
}

async function measured(
  browser: Browser,
  address: string,
  kind: 'ours' | 'mesh-a-room' | 'batched',
): Promise<Measured> {
  const opened = await open(browser, address);
  const result = await opened.evaluate((way) => window.measureGuide(way), kind);
  await opened.close();
  return result;
}

function figuresOf(ours: Measured, separate: Measured, batched: Measured): Figure[] {
  const half = (samples: readonly number[]): number => percentile(samples, 0.5);
  const times = (other: readonly number[], own: readonly number[]): string => (half(other) / half(own)).toFixed(1);
  const what = 'the building, 10 floors of 500 rooms';
  return [
    {
      what: `${what}: draw calls and triangles of a picture`,
      reached: `${ours.calls} calls, ${ours.triangles} triangles`,
      beside: `goal 30 and 40,000; one mesh a room ${separate.calls} calls, BatchedMesh ${batched.calls}`,
    },
    {
      what: `${what}: processor time to hand a picture over`,
      reached: `p50 ${half(ours.submit).toFixed(2)} ms, p95 ${percentile(ours.submit, 0.95).toFixed(2)} ms`,
      beside: `goal 1 ms; one mesh a room ${times(separate.submit, ours.submit)} times ours, BatchedMesh ${times(batched.submit, ours.submit)} times`,
    },
    {
      what: `${what}: a picture at 1080p on software GL`,
      reached: `p50 ${milliseconds(half(ours.frame))}, p95 ${milliseconds(percentile(ours.frame, 0.95))}`,
      beside: `goal 150 ms; one mesh a room ${times(separate.frame, ours.frame)} times ours, BatchedMesh ${times(batched.frame, ours.frame)} times`,
    },
    {
      what: `${what}: page opened → first picture`,
      reached: `${milliseconds(ours.firstPicture)}; geometry ${(ours.geometryBytes / 1e6).toFixed(1)} MB`,
      beside: 'goal 1 s and 30 MB',
    },
  ];
}

function bundle(built: string): Figure {
  const scripts = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'assets', name))).length, 0);
  return {
    what: 'JavaScript of the building, compressed',
    reached: `${Math.round(bytes / 1000)} kB`,
    beside: 'three is most of it; loaded only where a building is shown',
  };
}

async function walkedAgain(browser: Browser, address: string): Promise<Figure> {
  const opened = await open(browser, address);
  const look = await leftOf(opened);
  const walked = (times: number): Promise<HeldByThree> => opened.evaluate((often) => window.walkAgain(often), times);
  const first = await walked(routes / 10);
  const before = await look();
  const last = await walked(routes);
  const after = await look();
  await opened.close();
  const megabytes = ({ heap }: typeof before): string => (heap / 1e6).toFixed(2);
  const of = ({ geometries, textures, programs }: HeldByThree): string => `${geometries}, ${textures} and ${programs}`;
  return {
    what: `${routes.toLocaleString('en')} ways drawn one after the other`,
    reached: `heap without garbage ${megabytes(before)} → ${megabytes(after)} MB; geometries, textures and programs ${of(first)} → ${of(last)}`,
    beside: `flat; the first figures are after ${routes / 10} ways`,
  };
}

/** Ten floors of five hundred rooms, and what the page asks for. */
function largeBuilding(): ReadonlyMap<string, string | Uint8Array> {
  const plan = largePlan({ floors: 10, units: 500 });
  return new Map<string, string | Uint8Array>([
    ['/plan.json', JSON.stringify(plan)],
    ['/way.json', JSON.stringify(wayThrough(plan))],
    ...plan.levels.map((floor) => [`/mesh/${floor.level.id}`, encodeMesh(compileFloor(floor))] as const),
  ]);
}
