// Plays days beside the hub: a thread of its own, so that nobody who checks in waits for a day that is played.
import { parentPort, workerData } from 'node:worker_threads';
import { figuresOfDay, type PolicyFigures } from './figures-of-day.ts';
import { playDay } from './play-day.ts';
import type { WorkOfDay } from './simulations.ts';

const { day, policies, seed } = workerData as WorkOfDay;
const played: PolicyFigures[] = policies.map((policy) => figuresOfDay(day, playDay(day, { policy, seed }), policy));
parentPort?.postMessage(played);
