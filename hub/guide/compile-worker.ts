// Makes a map ready beside the hub: a thread of its own, so that nobody waits at a terminal for it.
import { parentPort, workerData } from 'node:worker_threads';
import { compile, type CompileReply, type CompileWish } from './compile.ts';

const reply = compile(workerData as CompileWish);
parentPort?.postMessage(reply, reply.ok ? buffersOf(reply) : []);

/** Handed over instead of copied: eighty trees of a large hospital are 25 MB. */
function buffersOf({ weights, trees }: CompileReply & { readonly ok: true }): ArrayBuffer[] {
  const columns = [
    ...[...weights.values()].map(({ seconds }) => seconds),
    ...[...trees.values()].flatMap(({ seconds, edgeTo, nodeTo }) => [seconds, edgeTo, nodeTo]),
  ];
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}
