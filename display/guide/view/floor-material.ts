import { Color, GLSL3, ShaderMaterial, Vector2 } from 'three';
import { plateUnit } from '@lobby/maps/mesh/mesh-file.ts';
import { paletteColumns, type Palette } from './palette.ts';
import type { GuideTheme } from './theme.ts';

const vertexShader = /* glsl */ `
in float unitOf;
uniform sampler2D palette;
uniform vec2 sun;
uniform float shade;
uniform float lit;
out vec3 colour;
void main() {
  int entry = unitOf > ${plateUnit - 0.5} ? 0 : int(unitOf + 0.5) + 1;
  vec3 own = texelFetch(palette, ivec2(entry % ${paletteColumns}, entry / ${paletteColumns}), 0).rgb;
  float wall = mix(shade, lit, 0.5 + 0.5 * dot(normal.xy, sun));
  colour = own * (normal.z > 0.5 ? 1.0 : wall);
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

const fragmentShader = /* glsl */ `
in vec3 colour;
uniform vec3 ground;
uniform float faint;
uniform float strength;
out vec4 pixel;
void main() {
  pixel = vec4(mix(colour, ground, faint), strength);
}`;

/** What a floor is painted with: flat tops, walls darker away from the light, paler the fainter the floor. */
export function floorMaterial(palette: Palette, theme: GuideTheme): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    vertexShader,
    fragmentShader,
    uniforms: {
      palette: { value: palette.texture },
      sun: { value: new Vector2(-1, 0) },
      shade: { value: theme.shade },
      lit: { value: theme.light },
      ground: { value: raw(theme.ground) },
      faint: { value: 0 },
      strength: { value: 1 },
    },
    // Lines on the edges of blocks lie in front of their faces.
    polygonOffset: true,
    polygonOffsetFactor: 1,
    polygonOffsetUnits: 1,
  });
}

/** A colour as it is written, without a change of colour space: the tokens are what is seen. */
export function raw(hex: number): Color {
  return new Color().setRGB(((hex >> 16) & 0xff) / 255, ((hex >> 8) & 0xff) / 255, (hex & 0xff) / 255);
}
