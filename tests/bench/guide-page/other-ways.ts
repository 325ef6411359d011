import {
  BatchedMesh,
  BufferAttribute,
  BufferGeometry,
  Color,
  Mesh,
  MeshBasicMaterial,
  OrthographicCamera,
  Scene,
  WebGLRenderer,
} from 'three';
import { poseOf } from '@lobby/display/guide/view/pose.ts';
import { overviewScene } from '@lobby/display/guide/explore/overview.ts';
import type { GuidePlan } from '@lobby/hub/contract';
import type { FloorMesh } from '@lobby/maps/mesh/floor-mesh.ts';

/** What else could have been done with the same rooms: each a mesh of its own, or all of them in three's BatchedMesh. */
export type OtherWay = 'mesh-a-room' | 'batched';

export function drawnOneByOne(of: {
  readonly kind: OtherWay;
  readonly canvas: HTMLCanvasElement;
  readonly size: { readonly width: number; readonly height: number; readonly pixelRatio: number };
  readonly plan: GuidePlan;
  readonly meshes: ReadonlyMap<string, FloorMesh>;
  readonly frames: number;
}): { readonly calls: number; readonly triangles: number; readonly submit: number[]; readonly frame: number[] } {
  const renderer = new WebGLRenderer({ canvas: of.canvas, antialias: false });
  renderer.setPixelRatio(of.size.pixelRatio);
  renderer.setSize(of.size.width, of.size.height, false);
  const scene = new Scene();
  const material = new MeshBasicMaterial({ color: new Color(0x2f6f7c) });
  const aspect = of.size.width / of.size.height;
  const { camera: pose, gap } = overviewScene(of.plan, 0, { aspect, margin: 0.05 });
  const rooms = of.plan.levels.flatMap(({ level }) => roomsOf(of.meshes.get(level.id), level.ordinal * gap));
  if (of.kind === 'batched') scene.add(batchOf(rooms, material));
  else for (const room of rooms) scene.add(new Mesh(room, material));
  const camera = new OrthographicCamera();
  poseOf(camera, pose, aspect);
  const context = renderer.getContext();
  const pixel = new Uint8Array(4);
  const [submit, frame]: [number[], number[]] = [[], []];
  for (let index = 0; index < of.frames; index += 1) {
    const started = performance.now();
    renderer.render(scene, camera);
    submit.push(performance.now() - started);
    context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel);
    frame.push(performance.now() - started);
  }
  const { calls, triangles } = renderer.info.render;
  renderer.dispose();
  return { calls, triangles, submit, frame };
}

/** Each room of a floor as a geometry of its own. */
function roomsOf(mesh: FloorMesh | undefined, z: number): readonly BufferGeometry[] {
  if (mesh === undefined) return [];
  const indices = new Map<number, number[]>();
  for (const index of mesh.indices) {
    const unit = mesh.unitOf[index] ?? 0;
    indices.set(unit, [...(indices.get(unit) ?? []), index]);
  }
  return [...indices.values()].map((own) => {
    const used = [...new Set(own)];
    const place = new Map(used.map((index, at) => [index, at]));
    const positions = used.flatMap((index) => [
      ...mesh.positions.subarray(3 * index, 3 * index + 2),
      z + (mesh.positions[3 * index + 2] ?? 0),
    ]);
    return new BufferGeometry()
      .setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3))
      .setIndex(own.map((index) => place.get(index) ?? 0));
  });
}

function batchOf(rooms: readonly BufferGeometry[], material: MeshBasicMaterial): BatchedMesh {
  const vertices = rooms.reduce((sum, room) => sum + room.getAttribute('position').count, 0);
  const indices = rooms.reduce((sum, room) => sum + (room.getIndex()?.count ?? 0), 0);
  const batch = new BatchedMesh(rooms.length, vertices, indices, material);
  for (const room of rooms) batch.addInstance(batch.addGeometry(room));
  return batch;
}
