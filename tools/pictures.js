// Takes the pictures of README.md anew: from the real pages, of a house that runs on a fixed clock. With the word
// `queues` it draws those of docs/queues.md, from the rules themselves.
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18 } from './install.js';
import { runPinned } from './run-pinned.js';
import { tell } from './say.js';
import { findChromium } from './system-packages.js';

await tell(async () => {
  requireNode18();
  await installIfNeeded();
  if (process.argv.includes('queues')) {
    const { code } = await runPinned('tests/pictures/queues/draw-queues.ts', [], { echo: true });
    process.exitCode = code;
    return;
  }
  await buildIfStale();
  const chromium = findChromium();
  const env = chromium === undefined ? {} : { LOBBY_CHROMIUM: chromium };
  const { code } = await runPinned('tests/pictures/take.ts', [], { echo: true, env });
  process.exitCode = code;
});
