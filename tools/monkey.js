// Random touches, keys, scans, cards and cable pulls against a running terminal: npm run monkey -- --events N --seed S
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
  const { code } = await runPinned('tests/monkey/run.ts', process.argv.slice(2), { echo: true, env });
  process.exitCode = code;
});
