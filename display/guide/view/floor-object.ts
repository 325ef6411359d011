import {
  BufferAttribute,
  BufferGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  NoBlending,
  NormalBlending,
  type ShaderMaterial,
} from 'three';
import type { FloorMesh } from '@lobby/maps/mesh/floor-mesh.ts';
import type { Look } from '@lobby/maps/mesh/drawn-floor.ts';
import { axesOf } from '../walk/camera.ts';
import { floorMaterial, raw } from './floor-material.ts';
import { Palette } from './palette.ts';
import type { GuideTheme } from './theme.ts';

/** How much of a floor is drawn. */
export type FloorDetail = 'full' | 'plate' | 'hidden';

export interface FloorState {
  readonly detail: FloorDetail;
  /** 0 as it is, 1 as pale as the ground. */
  readonly faint: number;
  /** 1 as it is, 0 not there: a floor that is left or reached. */
  readonly strength: number;
}

/** A floor in three's scene: one mesh and its edges. Whoever makes it disposes it. */
export class FloorObject {
  readonly group = new Group();
  readonly #mesh: FloorMesh;
  readonly #looks: readonly Look[];
  readonly #palette: Palette;
  readonly #faces: BufferGeometry;
  readonly #edges: BufferGeometry;
  readonly #material: ShaderMaterial;
  readonly #lineMaterial: LineBasicMaterial;
  readonly #theme: GuideTheme;
  #lit: readonly boolean[] | null = null;

  constructor(mesh: FloorMesh, lookOf: (unitId: string) => Look, theme: GuideTheme) {
    this.#mesh = mesh;
    this.#theme = theme;
    this.#looks = mesh.unitIds.map(lookOf);
    this.#palette = new Palette(mesh.unitIds.length);
    this.#faces = facesOf(mesh);
    this.#edges = new BufferGeometry().setAttribute('position', new BufferAttribute(mesh.lines, 3));
    this.#material = floorMaterial(this.#palette, theme);
    const { edge: color, edgeStrength: opacity } = theme;
    this.#lineMaterial = new LineBasicMaterial({ color: raw(color), transparent: true, opacity });
    this.group.add(new Mesh(this.#faces, this.#material), new LineSegments(this.#edges, this.#lineMaterial));
  }

  /** Which units stand out. */
  light(unitIds: ReadonlySet<string>): void {
    const lit = this.#mesh.unitIds.map((id) => unitIds.has(id));
    // Most floors have none, before and after: their colours need not go to the card again.
    if (this.#lit?.every((was, index) => was === lit[index])) return;
    this.#lit = lit;
    this.#palette.paint(this.#looks, lit, this.#theme);
  }

  show({ detail, faint, strength }: FloorState, azimuth: number): void {
    this.group.visible = detail !== 'hidden' && strength > 0;
    const isPlate = detail === 'plate';
    this.#faces.setDrawRange(0, isPlate ? this.#mesh.plateIndices : Infinity);
    this.#edges.setDrawRange(0, isPlate ? this.#mesh.plateLines : Infinity);
    this.#material.uniforms['faint'] = { value: faint };
    this.#material.uniforms['strength'] = { value: strength };
    // Without blending rather than opaque: of an opaque material three makes a shader of its own, in the midst of a walk.
    this.#material.transparent = strength < 1;
    this.#material.blending = strength < 1 ? NormalBlending : NoBlending;
    this.#lineMaterial.opacity = this.#theme.edgeStrength * (1 - faint) * strength;
    // The light comes from the left of the picture, whatever is up.
    const { right, ahead } = axesOf(azimuth);
    this.#material.uniforms['sun']?.value.set(-right[0] * 0.8 - ahead[0] * 0.6, -right[1] * 0.8 - ahead[1] * 0.6);
  }

  dispose(): void {
    this.group.removeFromParent();
    for (const part of [this.#faces, this.#edges, this.#material, this.#lineMaterial, this.#palette]) part.dispose();
  }
}

function facesOf(mesh: FloorMesh): BufferGeometry {
  return new BufferGeometry()
    .setAttribute('position', new BufferAttribute(mesh.positions, 3))
    .setAttribute('normal', new BufferAttribute(mesh.normals, 3, true))
    .setAttribute('unitOf', new BufferAttribute(mesh.unitOf, 1))
    .setIndex(new BufferAttribute(mesh.indices, 1));
}
