// Makes the trees of all terminals beside the main thread, which goes on answering meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { makeTrees, type TreesJob, type TreesMade, type TreesSetting } from './make-trees.ts';

const setting = workerData as TreesSetting;

parentPort?.on('message', (job: TreesJob) => {
  const made: TreesMade = makeTrees(setting, job);
  const buffers = made.profiles.flatMap(({ seconds, trees }) => [
    seconds.buffer,
    ...trees.flatMap((tree) => [tree.seconds.buffer, tree.edgeTo.buffer, tree.nodeTo.buffer]),
  ]);
  parentPort?.postMessage(made, buffers as ArrayBuffer[]);
});
