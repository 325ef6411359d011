import { OrthographicCamera, Scene, WebGLRenderer, type CanvasTexture, type ShaderMaterial } from 'three';
import type { GuidePlan } from '@lobby/hub/contract';
import type { FloorMesh } from '@lobby/maps/mesh/floor-mesh.ts';
import { signsOf } from '../labels/sign-spots.ts';
import type { GuideCamera } from '../walk/camera.ts';
import type { Walk } from '../walk/walk.ts';
import { raw } from './floor-material.ts';
import { FloorObject, type FloorState } from './floor-object.ts';
import { iconAtlas } from './icon-atlas.ts';
import { IconCloud } from './icon-cloud.ts';
import { poseOf } from './pose.ts';
import { Ribbon, ribbonMaterial } from './ribbon.ts';
import { iconLetters, iconsFromSpan, ribbonLetters } from './sign-measures.ts';
import type { GuideTheme } from './theme.ts';

/** What one picture of the building shows. */
export interface GuideScene {
  readonly camera: GuideCamera;
  /** Between two floors of the drawing, in metres. */
  readonly gap: number;
  /** Of every level, by id, how much is drawn; a level that is not named is not. */
  readonly floors: ReadonlyMap<string, FloorState>;
  /** Metres of each leg that have been walked; a leg on a floor that is not drawn in full is not drawn, nor one below 0. */
  readonly heads: readonly number[];
  /** Where the line swells, in metres of the leg. */
  readonly pulse: { readonly leg: number; readonly at: number } | null;
}

export interface ViewSize {
  readonly width: number;
  readonly height: number;
  readonly letter: number;
  readonly pixelRatio: number;
}

/** What has been drawn so far, and what the last picture cost. */
export interface DrawnSoFar {
  readonly frames: number;
  readonly calls: number;
  readonly triangles: number;
}

/** What three still holds on the graphics card; all zero after `dispose`. */
export interface HeldByThree {
  readonly geometries: number;
  readonly textures: number;
  readonly programs: number;
}

export interface ViewOptions {
  readonly isSmooth: boolean;
  /** The card refuses a shader: nothing would be seen. */
  readonly onBroken?: () => void;
}

const hidden: FloorState = { detail: 'hidden', faint: 0, strength: 0 };

interface Floor {
  readonly object: FloorObject;
  readonly icons: IconCloud;
  readonly ordinal: number;
}

/** The building on a canvas. Draws when it is told to and never by itself. Whoever makes it disposes it. */
export class GuideView {
  readonly #renderer: WebGLRenderer;
  readonly #scene = new Scene();
  readonly #camera = new OrthographicCamera();
  readonly #theme: GuideTheme;
  readonly #atlas: CanvasTexture;
  readonly #ribbonMaterial: ShaderMaterial;
  readonly #floors = new Map<string, Floor>();
  #walk: Walk | null = null;
  #lit: ReadonlySet<string> = new Set();
  #ribbons: readonly Ribbon[] = [];
  #aspect = 1;
  /** A letter of the labels, as a share of the picture's height. */
  #letter = 0.02;
  #frames = 0;

  constructor(canvas: HTMLCanvasElement, theme: GuideTheme, options: ViewOptions) {
    this.#theme = theme;
    const { isSmooth: antialias, onBroken } = options;
    this.#renderer = new WebGLRenderer({
      canvas,
      antialias,
      alpha: false,
      stencil: false,
      powerPreference: 'low-power',
    });
    this.#renderer.setClearColor(raw(theme.ground), 1);
    this.#renderer.outputColorSpace = 'srgb-linear';
    if (onBroken !== undefined) this.#renderer.debug.onShaderError = onBroken;
    this.#atlas = iconAtlas();
    this.#ribbonMaterial = ribbonMaterial(theme);
  }

  /** The floors that there are. Meshes by level id; a floor whose mesh is missing is not drawn. */
  build(plan: GuidePlan, meshes: ReadonlyMap<string, FloorMesh>): void {
    this.#clearFloors();
    for (const floor of plan.levels) {
      const { level, units } = floor;
      const mesh = meshes.get(level.id);
      if (mesh === undefined) continue;
      const looks = new Map(units.map(({ id, look }) => [id, look]));
      const object = new FloorObject(mesh, (id) => looks.get(id) ?? 'room', this.#theme);
      const icons = new IconCloud(signsOf(floor), this.#atlas, this.#theme);
      object.light(this.#lit);
      object.group.add(icons.mesh);
      this.#scene.add(object.group);
      this.#floors.set(level.id, { object, icons, ordinal: level.ordinal });
    }
  }

  /** The line that is drawn, and the units that stand out. */
  setWalk(walk: Walk | null, litUnits: ReadonlySet<string>): void {
    for (const ribbon of this.#ribbons) ribbon.dispose();
    this.#walk = walk;
    this.#lit = litUnits;
    this.#ribbons = (walk?.legs ?? []).map((leg) => {
      const ribbon = new Ribbon(leg, this.#ribbonMaterial);
      this.#scene.add(ribbon.mesh);
      return ribbon;
    });
    for (const { object } of this.#floors.values()) object.light(litUnits);
  }

  /** Size of the canvas, and of a letter on it, in CSS pixels. */
  resize(size: ViewSize): void {
    this.#letter = size.letter / Math.max(1, size.height);
    this.#aspect = size.width / Math.max(1, size.height);
    this.#renderer.setPixelRatio(size.pixelRatio);
    this.#renderer.setSize(size.width, size.height, false);
  }

  draw({ camera, gap, floors, heads, pulse }: GuideScene): void {
    const reach = Math.max(0, ...[...this.#floors.values()].map(({ ordinal }) => Math.abs(ordinal * gap - camera.z)));
    poseOf(this.#camera, camera, this.#aspect, reach);
    const letter = camera.span * this.#letter;
    for (const [levelId, { object, icons, ordinal }] of this.#floors) {
      const state = floors.get(levelId) ?? hidden;
      object.group.position.z = ordinal * gap;
      object.show(state, camera.azimuth);
      // Floors that are half there are drawn over those below.
      object.group.renderOrder = ordinal;
      icons.show(state.detail === 'full' && state.strength > 0.7 && camera.span < iconsFromSpan, letter * iconLetters);
    }
    for (const [index, ribbon] of this.#ribbons.entries()) {
      const leg = this.#walk?.legs[index];
      const head = heads[index] ?? 0;
      const isShown = head >= 0 && floors.get(leg?.levelId ?? '')?.detail === 'full';
      ribbon.mesh.position.z = (leg?.ordinal ?? 0) * gap;
      const swell = pulse !== null && pulse.leg === index ? pulse.at : -1;
      ribbon.show(isShown, { head, pulse: swell, halfWidth: letter * ribbonLetters });
    }
    this.#renderer.render(this.#scene, this.#camera);
    this.#frames += 1;
  }

  get drawn(): DrawnSoFar {
    const { calls, triangles } = this.#renderer.info.render;
    return { frames: this.#frames, calls, triangles };
  }

  get held(): HeldByThree {
    const { memory, programs } = this.#renderer.info;
    return { geometries: memory.geometries, textures: memory.textures, programs: programs?.length ?? 0 };
  }

  /** Its canvas is used up: the context goes back at once, for browsers have few of them. */
  dispose(): void {
    this.setWalk(null, new Set());
    this.#clearFloors();
    this.#atlas.dispose();
    this.#ribbonMaterial.dispose();
    this.#renderer.dispose();
    if (!this.#renderer.getContext().isContextLost()) this.#renderer.forceContextLoss();
  }

  #clearFloors(): void {
    for (const { object, icons } of this.#floors.values()) {
      icons.dispose();
      object.dispose();
    }
    this.#floors.clear();
  }
}
