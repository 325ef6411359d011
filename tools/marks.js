// Looks for marks of a patient after every exit: npm run marks
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
  const { code } = await runPinned('tests/marks/run.ts', process.argv.slice(2), { echo: true, env });
  process.exitCode = code;
});
