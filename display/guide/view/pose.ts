import { MathUtils, Vector3, type OrthographicCamera } from 'three';
import { axesOf, type GuideCamera } from '../walk/camera.ts';

/** Far enough from every floor of a building of forty floors and a kilometre. Metres. */
const distance = 2_000;

/** Puts three's camera where ours is. `aspect`: width by height of the picture. */
export function poseOf(three: OrthographicCamera, camera: GuideCamera, aspect: number): void {
  const { ahead } = axesOf(camera.azimuth);
  const elevation = MathUtils.degToRad(camera.elevation);
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
