// Makes the floors of a plan ready to be drawn, beside the hub.
import { parentPort, workerData } from 'node:worker_threads';
import { compileFloor } from '@lobby/maps/mesh/floor-mesh.ts';
import { encodeMesh } from '@lobby/maps/mesh/mesh-file.ts';
import type { GuidePlan } from '../contract/index.ts';

const levels = workerData as GuidePlan['levels'];
parentPort?.postMessage(levels.map((floor) => encodeMesh(compileFloor(floor))));
