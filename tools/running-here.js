import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './say.js';
import { root } from './where.js';

/** @typedef {{ pid: number, hub: string, data: string, startedAt: number }} RunningHere a hub that serves the pages of this folder */

/** A hub that has just been started need not answer yet, in milliseconds. */
const startsWithin = 3 * 60_000;

/** @param {string} [folder] of the notes */
export function notesOf(folder = root) {
  return join(folder, 'kiosk', '.running');
}

/**
 * Leaves a note that a hub serves the pages of this folder from now on.
 * @param {Pick<RunningHere, 'hub' | 'data'>} running
 * @param {string} [notes]
 * @returns {() => void} takes the note away
 */
export function noteRunning({ hub, data }, notes = notesOf()) {
  const file = join(notes, `${process.pid}.json`);
  mkdirSync(notes, { recursive: true });
  writeFileSync(file, JSON.stringify({ pid: process.pid, hub, data, startedAt: Date.now() }));
  const takeAway = () => rmSync(file, { force: true });
  process.once('exit', takeAway);
  return takeAway;
}

/**
 * The hubs that others run from this folder; notes of those that are gone are taken away.
 * @param {string} [notes]
 * @returns {Promise<RunningHere[]>}
 */
export async function othersRunning(notes = notesOf()) {
  /** @type {RunningHere[]} */
  const found = [];
  for (const name of namesIn(notes)) {
    const note = readNote(join(notes, name));
    if (note?.pid === process.pid) continue;
    if (note !== undefined && (await runs(note))) found.push(note);
    else rmSync(join(notes, name), { force: true });
  }
  return found;
}

/** @param {RunningHere} other */
export function whoRuns({ pid, hub, data }) {
  return `process ${pid} runs the hub at ${hub} with the data in ${data}`;
}

/**
 * Nobody works twice on one data folder.
 * @param {string} data
 */
export async function requireOwnData(data) {
  const other = (await othersRunning()).find((running) => running.data === data);
  if (other === undefined) return;
  throw new Trouble(
    `It runs already: ${whoRuns(other)}. Stop it with Ctrl-C where it was started, or give this one other data and ports: npm start -- --data DIR --port N.`,
  );
}

/** @param {string} notes */
function namesIn(notes) {
  try {
    return readdirSync(notes);
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @returns {RunningHere | undefined}
 */
function readNote(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The number of a process that has ended may be another's: the hub must answer, unless it has only just begun.
 * @param {RunningHere} note
 */
async function runs({ pid, hub, startedAt }) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (Date.now() - startedAt < startsWithin) return true;
  try {
    return (await fetch(`${hub}/api/health`, { signal: AbortSignal.timeout(2_000) })).status < 500;
  } catch {
    return false;
  }
}
