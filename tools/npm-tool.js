import { join } from 'node:path';
import { root } from './where.js';

/**
 * Path of a file inside an installed package.
 * @param {string} path such as vite/bin/vite.js
 */
export function npmTool(path) {
  return join(root, 'node_modules', path);
}
