import { CanvasTexture, LinearFilter } from 'three';
import { iconNames, iconShapes } from '../icons/icon-shapes.ts';

/** Icons of the atlas in a row and in a column. */
export const atlasSide = 4;
const cell = 64;

/** All icons as one picture, white, in rows of four. Needs a page. */
export function iconAtlas(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = atlasSide * cell;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = '#fff';
    for (const [index, name] of iconNames.entries()) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.translate((index % atlasSide) * cell + 8, Math.floor(index / atlasSide) * cell + 8);
      context.scale(2, 2);
      context.fill(new Path2D(iconShapes[name]), 'evenodd');
    }
  }
  const texture = new CanvasTexture(canvas);
  texture.minFilter = texture.magFilter = LinearFilter;
  texture.generateMipmaps = false;
  texture.flipY = false;
  return texture;
}
