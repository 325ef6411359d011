// Many scripted patients at once: npm run campaign -- slow-hospital
import { buildIfStale } from './build.js';
import { installIfNeeded, requireNode18 } from './install.js';
import { runPinned } from './run-pinned.js';
import { tell } from './say.js';

await tell(async () => {
  requireNode18();
  await installIfNeeded();
  await buildIfStale();
  const { code } = await runPinned('tests/campaigns/run.ts', process.argv.slice(2), { echo: true });
  process.exitCode = code;
});
