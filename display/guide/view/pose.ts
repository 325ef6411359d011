import { MathUtils, Vector3, type OrthographicCamera } from 'three';
import { axesOf, type GuideCamera } from '../walk/camera.ts';

/** Metres. */
const leastDistance = 2_000;

/**
 * Puts three's camera where ours is, so far away that all that the picture shows is before it. `aspect`: width by height of
 * the picture; `reach`: metres from the camera's height to the floor farthest from it.
 */
export function poseOf(three: OrthographicCamera, camera: GuideCamera, aspect: number, reach = 0): void {
  const { ahead } = axesOf(camera.azimuth);
  const elevation = MathUtils.degToRad(camera.elevation);
  const distance = distanceOf(camera, elevation, reach);
  const back = Math.cos(elevation) * distance;
  three.up.set(0, 0, 1);
  three.position.set(camera.x - ahead[0] * back, camera.y - ahead[1] * back, camera.z + Math.sin(elevation) * distance);
  three.lookAt(new Vector3(camera.x, camera.y, camera.z));
  const half = camera.span / 2;
  Object.assign(three, {
    left: -half * aspect,
    right: half * aspect,
    top: half,
    bottom: -half,
    near: 1,
    far: 2 * distance,
  });
  three.updateProjectionMatrix();
  three.updateMatrixWorld();
}

/** The farther a floor is from the camera's height, the farther before or behind its middle does the picture show it. */
function distanceOf({ span }: GuideCamera, elevation: number, reach: number): number {
  const along = (span / 2 + reach * Math.cos(elevation)) / Math.tan(elevation);
  return Math.max(leastDistance, (along + reach * Math.sin(elevation)) * 1.05);
}
