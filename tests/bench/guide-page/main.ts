// The page that `npm run bench -- guide` opens: it draws one large building in the way that its address asks for.
import { GuideView, type HeldByThree } from '@lobby/display/guide/view/guide-view.ts';
import { dark } from '@lobby/display/guide/view/theme.ts';
import { secondsOf } from '@lobby/display/guide/walk/timeline.ts';
import { sceneOfWalk } from '@lobby/display/guide/walk/scene-of-walk.ts';
import { walkOf } from '@lobby/display/guide/walk/walk.ts';
import type { GuidePlan, GuideWay } from '@lobby/hub/contract';
import { decodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import { drawnOneByOne, type OtherWay } from './other-ways.ts';

export interface Measured {
  /** From the page's beginning to the first picture. Milliseconds. */
  readonly firstPicture: number;
  readonly geometryBytes: number;
  readonly calls: number;
  readonly triangles: number;
  /** Milliseconds of the processor for handing one picture over, and until it is painted. */
  readonly submit: readonly number[];
  readonly frame: readonly number[];
}

declare global {
  interface Window {
    measureGuide(way: 'ours' | OtherWay): Promise<Measured>;
    /** In the same view each time. */
    walkAgain(times: number): Promise<HeldByThree>;
  }
}

/** Of each way of drawing: a quarter of the pictures that a walk has. */
const frames = 120;
const canvas = document.querySelector('canvas');
if (canvas === null) throw new Error('no canvas');
const size = { width: innerWidth, height: innerHeight, pixelRatio: 1, letter: 22 };

const plan = (await (await fetch('/plan.json')).json()) as GuidePlan;
const way = (await (await fetch('/way.json')).json()) as GuideWay;
const files = await Promise.all(
  plan.levels.map(async ({ level }) => [level.id, await (await fetch(`/mesh/${level.id}`)).arrayBuffer()] as const),
);
const meshes = new Map(files.map(([id, bytes]) => [id, decodeMesh(bytes)]));
const geometryBytes = files.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
const walk = walkOf(way, plan);
const picture = { aspect: size.width / size.height, margin: 0.14 };

window.measureGuide = async (kind) => {
  if (kind !== 'ours')
    return { firstPicture: 0, geometryBytes, ...drawnOneByOne({ kind, canvas, size, plan, meshes, frames }) };
  const view = new GuideView(canvas, dark, { isSmooth: false });
  view.resize(size);
  view.build(plan, meshes);
  view.setWalk(walk, new Set([way.to.id]));
  const context = canvas.getContext('webgl2');
  const pixel = new Uint8Array(4);
  const paint = (seconds: number): { readonly submit: number; readonly frame: number } => {
    const started = performance.now();
    view.draw(sceneOfWalk({ walk, plan, seconds, picture, isMoving: true }));
    const handedOver = performance.now();
    context?.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
    return { submit: handedOver - started, frame: performance.now() - started };
  };
  paint(0);
  const firstPicture = performance.now();
  const taken = Array.from({ length: frames }, (_, index) => paint((secondsOf(walk) * index) / frames));
  const { calls, triangles } = view.drawn;
  view.dispose();
  return {
    firstPicture,
    geometryBytes,
    calls,
    triangles,
    submit: taken.map((one) => one.submit),
    frame: taken.map((one) => one.frame),
  };
};

let view: GuideView | undefined;
window.walkAgain = async (times) => {
  view ??= openView(canvas);
  for (let index = 0; index < times; index += 1) {
    view.setWalk(walk, new Set([way.to.id]));
    view.draw(sceneOfWalk({ walk, plan, seconds: index % 20, picture, isMoving: true }));
    if (index % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
  }
  return view.held;
};

function openView(on: HTMLCanvasElement): GuideView {
  const opened = new GuideView(on, dark, { isSmooth: false });
  opened.resize({ width: 320, height: 180, pixelRatio: 1, letter: 8 });
  opened.build(plan, meshes);
  return opened;
}
document.title = 'ready';
