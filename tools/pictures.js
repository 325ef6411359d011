// Takes the pictures of README.md anew: from the real pages, of a house that runs on a fixed clock.
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18 } from './install.js';
import { runPinned } from './run-pinned.js';
import { tell } from './say.js';
import { findChromium } from './system-packages.js';

await tell(async () => {
  requireNode18();
  await installIfNeeded();
  await buildIfStale();
  const chromium = findChromium();
  const env = chromium === undefined ? {} : { LOBBY_CHROMIUM: chromium };
  const { code } = await runPinned('tests/pictures/take.ts', [], { echo: true, env });
  process.exitCode = code;
});
