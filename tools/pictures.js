// Takes the pictures of README.md anew: from the real pages, of a house that runs on a fixed clock. With the word
// `queues` it draws those of docs/queues.md, from the rules themselves; with `floors` the floors of the demo hospital;
// with `guide` it takes those of docs/guide-pictures.md, with which a journey compares.
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18 } from './install.js';
import { npmTool } from './npm-tool.js';
import { runPinned } from './run-pinned.js';
import { tell } from './say.js';
import { findChromium } from './system-packages.js';

/** What is drawn without a browser. */
const drawn = new Map([
  ['queues', 'tests/pictures/queues/draw-queues.ts'],
  ['floors', 'tests/pictures/floors/draw-floors.ts'],
]);

await tell(async () => {
  requireNode18();
  await installIfNeeded();
  for (const [word, program] of drawn) {
    if (!process.argv.includes(word)) continue;
    const { code } = await runPinned(program, [], { echo: true });
    process.exitCode = code;
    return;
  }
  await buildIfStale();
  const chromium = findChromium();
  /** @type {Record<string, string>} */
  const env = chromium === undefined ? {} : { LOBBY_CHROMIUM: chromium };
  const { code } = process.argv.includes('guide') ? await takeGuide(env) : await takeStory(env);
  process.exitCode = code;
});

/** @param {Record<string, string>} env */
function takeStory(env) {
  return runPinned('tests/pictures/take.ts', [], { echo: true, env });
}

/** @param {Record<string, string>} env */
function takeGuide(env) {
  const args = ['test', '-c', 'tests/playwright.config.ts', 'guide-pictures'];
  return runPinned(npmTool('@playwright/test/cli.js'), args, { echo: true, env: { ...env, LOBBY_GOLDEN: 'write' } });
}
