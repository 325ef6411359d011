import {
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  PlaneGeometry,
  ShaderMaterial,
  type CanvasTexture,
} from 'three';
import type { IconName } from '../icons/icon-shapes.ts';
import type { Spot } from '../walk/camera.ts';
import { raw } from './floor-material.ts';
import { atlasSide, iconNames } from './icon-atlas.ts';
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
  if (length(onDisc) > 1.0) discard;
  pixel = vec4(mix(disc, ink, texture(atlas, at).a), 1.0);
}`;

/** The signs of one floor, all in one draw: round, always upright, of one size on the picture. */
export class IconCloud {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;

  constructor(
    signs: readonly { readonly icon: IconName; readonly at: Spot }[],
    atlas: CanvasTexture,
    theme: GuideTheme,
  ) {
    const plane = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(plane.getIndex()).setAttribute('position', plane.getAttribute('position'));
    const spots = Float32Array.from(signs.flatMap(({ at }) => [at.x, at.y, at.z]));
    const icons = Float32Array.from(signs, ({ icon }) => iconNames.indexOf(icon));
    geometry.setAttribute('spot', new InstancedBufferAttribute(spots, 3));
    geometry.setAttribute('icon', new InstancedBufferAttribute(icons, 1));
    geometry.instanceCount = signs.length;
    plane.dispose();
    const material = new ShaderMaterial({
      glslVersion: GLSL3,
      vertexShader,
      fragmentShader,
      uniforms: {
        atlas: { value: atlas },
        size: { value: 1 },
        ink: { value: raw(theme.icon) },
        disc: { value: raw(theme.ground) },
      },
    });
    Object.assign(material, { depthTest: false, depthWrite: false, transparent: true });
    this.mesh = new Mesh(geometry, material);
    this.mesh.renderOrder = 5;
    this.mesh.frustumCulled = false;
  }

  /** `size`: metres of the picture that a sign is across. */
  show(isVisible: boolean, size: number): void {
    this.mesh.visible = isVisible;
    this.mesh.material.uniforms['size'] = { value: size };
  }

  dispose(): void {
    this.mesh.removeFromParent();
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
