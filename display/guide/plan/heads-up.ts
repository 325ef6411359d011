import { axesOf, type GuideCamera } from '../walk/camera.ts';
import { frameSpots } from '../walk/frame-spots.ts';

/** A point of a floor, in metres on the venue's plane. */
export type OnFloor = readonly [x: number, y: number];
/** A point of the picture, in CSS pixels from its upper left corner. */
export type OnPaper = readonly [left: number, top: number];

/** The paper that a floor is drawn on. CSS pixels. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

export interface Heading {
  /** Where the reader looks, degrees clockwise from the plane's y axis: this is up on the paper. */
  readonly heading: number;
}

/**
 * A camera straight above a floor from which all points are seen, turned so that up is where the reader looks. `least`: no
 * fewer metres than these fit into the shorter side, so that a few steps do not fill the paper.
 */
export function aboveFloor(
  points: readonly OnFloor[],
  paper: Paper,
  { heading, least }: Heading & { least: number },
): GuideCamera {
  const aspect = paper.width / paper.height;
  return frameSpots(
    points.map(([x, y]) => ({ x, y, z: 0 })),
    { aspect, margin: 0.12 },
    { azimuth: heading, elevation: 90, leastSpan: least * Math.max(1, 1 / aspect), mostSpan: Infinity },
  );
}

/** SVG's matrix from the floor's metres to the paper's pixels. */
export function matrixOf(camera: GuideCamera, { width, height }: Paper): Matrix {
  const { right, ahead } = axesOf(camera.azimuth);
  const scale = height / camera.span;
  return [
    scale * right[0],
    -scale * ahead[0],
    scale * right[1],
    -scale * ahead[1],
    width / 2 - scale * (right[0] * camera.x + right[1] * camera.y),
    height / 2 + scale * (ahead[0] * camera.x + ahead[1] * camera.y),
  ];
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export function onPaper([a, b, c, d, e, f]: Matrix, [x, y]: OnFloor): OnPaper {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How far a direction is turned on the paper: degrees clockwise from up, 0 to 360. */
export function turnedOnPaper(direction: number, { heading }: Heading): number {
  return (((direction - heading) % 360) + 360) % 360;
}
