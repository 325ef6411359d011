import {
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  type CanvasTexture,
} from 'three';
import { iconNames } from '../icons/icon-shapes.ts';
import { signsApart, type Sign } from '../labels/sign-spots.ts';
import { raw } from './floor-material.ts';
import { atlasSide } from './icon-atlas.ts';
import type { GuideTheme } from './theme.ts';

const vertexShader = /* glsl */ `
in vec3 spot;
in float icon;
uniform float size;
out vec2 at;
out vec2 onDisc;
void main() {
  vec4 centre = modelViewMatrix * vec4(spot, 1.0);
  centre.xy += position.xy * size;
  onDisc = position.xy * 2.0;
  vec2 cell = vec2(mod(icon, ${atlasSide}.0), floor(icon / ${atlasSide}.0));
  at = (cell + vec2(position.x + 0.5, 0.5 - position.y)) / ${atlasSide}.0;
  gl_Position = projectionMatrix * centre;
}`;

const fragmentShader = /* glsl */ `
in vec2 at;
in vec2 onDisc;
uniform sampler2D atlas;
uniform vec3 ink;
uniform vec3 disc;
out vec4 pixel;
void main() {
  float away = length(onDisc);
  float inside = 1.0 - smoothstep(1.0 - fwidth(away), 1.0, away);
  pixel = vec4(mix(disc, ink, texture(atlas, at).a), inside);
}`;

/** The signs of one floor, all in one draw: round, always upright, of one size on the picture. */
export class IconCloud {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;

  readonly #signs: readonly Sign[];
  #size = 0;

  constructor(signs: readonly Sign[], atlas: CanvasTexture, theme: GuideTheme) {
    this.#signs = signs;
    const plane = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(plane.getIndex()).setAttribute('position', plane.getAttribute('position'));
    geometry.setAttribute('spot', new InstancedBufferAttribute(new Float32Array(3 * signs.length), 3));
    geometry.setAttribute('icon', new InstancedBufferAttribute(new Float32Array(signs.length), 1));
    geometry.instanceCount = 0;
    plane.dispose();
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: {
        atlas: { value: atlas },
        size: { value: 1 },
        ink: { value: raw(theme.icon) },
        disc: { value: raw(theme.disc) },
      },
    });
    Object.assign(material, { depthTest: false, depthWrite: false, transparent: true });
    this.mesh = new Mesh(geometry, material);
    this.mesh.renderOrder = 5;
    this.mesh.frustumCulled = false;
  }

  /** `size`: metres of the picture that a sign is across. Signs that would lie on another are left out. */
  show(isVisible: boolean, size: number): void {
    this.mesh.visible = isVisible;
    if (isVisible && size !== this.#size) this.#place(signsApart(this.#signs, size));
    if (isVisible) this.#size = size;
    this.mesh.material.uniforms['size'] = { value: size };
  }

  #place(signs: readonly Sign[]): void {
    const { geometry } = this.mesh;
    for (const [index, { icon, at }] of signs.entries()) {
      geometry.getAttribute('spot').setXYZ(index, at.x, at.y, at.z);
      geometry.getAttribute('icon').setX(index, iconNames.indexOf(icon));
    }
    for (const name of ['spot', 'icon'] as const) geometry.getAttribute(name).needsUpdate = true;
    geometry.instanceCount = signs.length;
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
