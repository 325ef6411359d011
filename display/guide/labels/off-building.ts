import { gapBetween, type Size } from '../boxes.ts';
import { project, type GuideCamera } from '../walk/camera.ts';
import type { WishedLabel } from './place-labels.ts';

/** A label that stands beside the building: from its spot to that, in metres. */
type BesideBuilding = WishedLabel & { readonly beside?: number };

/**
 * The numbers of the floors off the building, however narrow it is on the picture: all of them as far to the left as the
 * widest wants, for they are one column; never over the picture's edge.
 */
export function offBuilding<T extends BesideBuilding>(
  labels: readonly T[],
  camera: GuideCamera,
  { width, height }: Size,
): readonly T[] {
  const pixels = height / camera.span;
  const column = labels.flatMap(({ beside, ...label }) => (beside === undefined ? [] : [{ beside, ...label }]));
  const wants = column.map(({ beside, width: wide }) => wide / 2 + 2 * gapBetween - beside * pixels);
  const free = column.map(({ spot, width: wide }) => {
    const { x } = project(camera, width / height, spot);
    return ((x + 1) / 2) * width - wide / 2;
  });
  const aside = Math.max(0, Math.min(Math.max(...wants), ...free));
  return labels.map((label) => (label.beside === undefined || aside === 0 ? label : { ...label, aside: -aside }));
}
