import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The files that our programs keep in a data folder. */
const ours =
  /^((hub|sandbox)\.sqlite(-\w+)?|hub\/admin-token|agent-[\w-]+\/(credential|spool\.sqlite(-\w+)?)|logs\/(hub|bench|agent-[\w-]+)\.log)$/;

/**
 * Forgets what our programs have stored in a data folder, and nothing else: somebody may have named a folder that holds
 * other things as well.
 * @param {string} folder
 */
export function forgetData(folder) {
  for (const entry of entriesIn(folder)) {
    if (!entry.isDirectory()) removeOurs(folder, entry.name);
    else {
      for (const { name } of entriesIn(join(folder, entry.name))) removeOurs(folder, `${entry.name}/${name}`);
    }
  }
}

/**
 * @param {string} folder
 * @param {string} path below the folder
 */
function removeOurs(folder, path) {
  if (ours.test(path)) rmSync(join(folder, path), { force: true });
}

/** @param {string} folder */
function entriesIn(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
