/**
 * Where the building is looked at from: straight lines stay parallel (an axonometric picture), so that up on the picture is
 * one direction everywhere on it.
 */
export interface GuideCamera {
  /** The point in the middle of the picture. Metres; z counts from the ground floor of the drawing. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** What is up on the picture: degrees clockwise from the plane's y axis. The reader's heading, so that ahead is up. */
  readonly azimuth: number;
  /** Above the horizon, in degrees: 90 looks straight down. */
  readonly elevation: number;
  /** How many metres, across the line of sight, fit into the height of the picture. */
  readonly span: number;
}

/** A point in the picture: -1 to 1 from left to right, and from bottom to top. */
export interface OnPicture {
  readonly x: number;
  readonly y: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Right, ahead and up of the reader, as directions on the plane. */
export function axesOf(azimuth: number): {
  readonly right: readonly [number, number];
  readonly ahead: readonly [number, number];
} {
  const angle = radians(azimuth);
  return { right: [Math.cos(angle), -Math.sin(angle)], ahead: [Math.sin(angle), Math.cos(angle)] };
}

/** Where a spot of the building lies on the picture. `aspect`: width by height. */
export function project(camera: GuideCamera, aspect: number, spot: Spot): OnPicture {
  const { right, ahead } = axesOf(camera.azimuth);
  const [dx, dy, dz] = [spot.x - camera.x, spot.y - camera.y, spot.z - camera.z];
  const elevation = radians(camera.elevation);
  const up = (ahead[0] * dx + ahead[1] * dy) * Math.sin(elevation) + dz * Math.cos(elevation);
  return { x: (2 * (right[0] * dx + right[1] * dy)) / (camera.span * aspect), y: (2 * up) / camera.span };
}

/** The spot of a floor (at height z) that is seen at a point of the picture. */
export function spotAt(camera: GuideCamera, aspect: number, at: OnPicture, z: number): Spot {
  const { right, ahead } = axesOf(camera.azimuth);
  const elevation = radians(camera.elevation);
  const across = (at.x * camera.span * aspect) / 2;
  const along = ((at.y * camera.span) / 2 - (z - camera.z) * Math.cos(elevation)) / Math.sin(elevation);
  return { x: camera.x + right[0] * across + ahead[0] * along, y: camera.y + right[1] * across + ahead[1] * along, z };
}

/** Between two cameras; `t` from 0 to 1. The shorter way round. */
export function between(from: GuideCamera, to: GuideCamera, t: number): GuideCamera {
  const mix = (a: number, b: number): number => a + (b - a) * t;
  const turn = ((((to.azimuth - from.azimuth + 180) % 360) + 360) % 360) - 180;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    z: mix(from.z, to.z),
    azimuth: from.azimuth + turn * t,
    elevation: mix(from.elevation, to.elevation),
    span: mix(from.span, to.span),
  };
}
