import { BufferAttribute, BufferGeometry, DoubleSide, GLSL3, Mesh, ShaderMaterial } from 'three';
import type { Leg } from '../walk/walk.ts';
import { raw } from './floor-material.ts';
import { ribbonOf } from './ribbon-strip.ts';
import type { GuideTheme } from './theme.ts';

const vertexShader = /* glsl */ `
in vec2 side;
in vec2 outwards;
in vec2 stretch;
in float along;
in float across;
uniform float halfWidth;
out float distanceAlong;
out float distanceAcross;
flat out vec2 ownStretch;
void main() {
  ownStretch = stretch;
  distanceAlong = along + (along < stretch.y - 1e-4 ? -halfWidth : halfWidth);
  distanceAcross = across;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position + vec3((side + outwards) * halfWidth, 0.0), 1.0);
}`;

/** Round dots with a rim, a pitch apart: small where the walk has yet to come; each swells as the pulse passes. */
const fragmentShader = /* glsl */ `
in float distanceAlong;
in float distanceAcross;
flat in vec2 ownStretch;
uniform float halfWidth;
uniform float head;
uniform float pulse;
uniform vec3 colour;
uniform vec3 casing;
out vec4 pixel;
void main() {
  float pitch = halfWidth * 2.6;
  float nearest = (floor(distanceAlong / pitch) + 0.5) * pitch;
  float swell = pulse < 0.0 ? 0.0 : exp(-pow((nearest - pulse) / (2.0 * pitch), 2.0));
  float radius = nearest > head ? 0.46 : 0.66 + 0.16 * swell;
  float away = length(vec2((distanceAlong - nearest) * 0.85 / halfWidth, distanceAcross));
  float edge = fwidth(away);
  // Of a dot at a bend the stretch that it lies on draws all of it, and the other none.
  if (nearest < ownStretch.x || nearest >= ownStretch.y) discard;
  float inCasing = 1.0 - smoothstep(radius + 0.17 - edge, radius + 0.17, away);
  if (inCasing <= 0.0) discard;
  pixel = vec4(mix(colour, casing, smoothstep(radius - edge, radius, away)), inCasing);
}`;

/** What all ribbons are painted with: one for all, so that no walk waits until its shader is compiled. */
export function ribbonMaterial({ ribbon, casing }: Pick<GuideTheme, 'ribbon' | 'casing'>): ShaderMaterial {
  const uniforms = {
    halfWidth: { value: 1 },
    head: { value: 0 },
    pulse: { value: -1 },
    colour: { value: raw(ribbon) },
    casing: { value: raw(casing) },
  };
  const material = new ShaderMaterial({ glslVersion: GLSL3, vertexShader, fragmentShader, uniforms });
  return Object.assign(material, { depthTest: false, depthWrite: false, side: DoubleSide, transparent: true });
}

/** `head`: metres that have been walked. `pulse`: where it swells, in metres; negative: nowhere. `halfWidth`: metres. */
export interface RibbonState {
  readonly head: number;
  readonly pulse: number;
  readonly halfWidth: number;
}

/** The line of one leg on its floor. It is drawn over everything: a way that a room hides is none. */
export class Ribbon {
  readonly mesh: Mesh<BufferGeometry, ShaderMaterial>;
  #state: RibbonState = { head: 0, pulse: -1, halfWidth: 1 };

  constructor(leg: Leg, material: ShaderMaterial) {
    const strip = ribbonOf(leg);
    const geometry = new BufferGeometry()
      .setAttribute('position', new BufferAttribute(strip.positions, 3))
      .setAttribute('side', new BufferAttribute(strip.sides, 2))
      .setAttribute('outwards', new BufferAttribute(strip.outwards, 2))
      .setAttribute('stretch', new BufferAttribute(strip.stretch, 2))
      .setAttribute('along', new BufferAttribute(strip.along, 1))
      .setAttribute('across', new BufferAttribute(strip.across, 1))
      .setIndex(new BufferAttribute(strip.indices, 1));
    this.mesh = new Mesh(geometry, material);
    this.mesh.renderOrder = 10;
    this.mesh.frustumCulled = false;
    this.mesh.onBeforeRender = () => {
      for (const [name, value] of Object.entries(this.#state)) material.uniforms[name] = { value };
      material.uniformsNeedUpdate = true;
    };
  }

  show(isVisible: boolean, state: RibbonState): void {
    this.mesh.visible = isVisible;
    this.#state = state;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
  }
}
