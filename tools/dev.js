// Development: pages reload by themselves (Vite); the hub restarts when its sources or the settings change.
import { mkdirSync, watch } from 'node:fs';
import { join, resolve } from 'node:path';
import { installIfNeeded, requireNode18 } from './install.js';
import { startHouse } from './house.js';
import { parentGone } from './parent.js';
import { requireFreePort } from './processes.js';
import { step, tell } from './say.js';
import { root } from './where.js';

const HUB_PORT = 3000;
/** Editors save in several writes; wait until they have finished. */
const SETTLE_MILLISECONDS = 150;
const watched = ['hub', 'config', 'maps'];

await tell(develop);

async function develop() {
  requireNode18();
  await installIfNeeded();
  for (const port of [HUB_PORT, HUB_PORT + 1, HUB_PORT + 2]) await requireFreePort(port);
  const data = resolve(root, 'data');
  mkdirSync(data, { recursive: true });
  const house = await startHouse({
    site: resolve(root, process.env['LOBBY_SITE'] ?? 'config/sites/demo'),
    data,
    hubPort: HUB_PORT,
    agentPort: HUB_PORT + 1,
    benchPort: HUB_PORT + 2,
    env: { LOBBY_GALLERY: '1' },
    develop: true,
  });
  console.log(
    `\n  terminal ${house.agent}   bench ${house.bench}   gallery ${house.hub}/gallery   logs ${join(data, 'logs')}\n`,
  );
  restartHubOnChange(house);
  const asked = new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await Promise.race([asked, parentGone()]);
  await house.stop();
  process.exit(0);
}

/** @param {import('./house.js').House} house */
function restartHubOnChange(house) {
  /** @type {NodeJS.Timeout | undefined} */
  let settling;
  let restarting = Promise.resolve();
  const restart = async () => {
    await house.processes.hub.stop();
    await house.startHubAgain();
    step('hub restarted');
  };
  for (const room of watched) {
    watch(join(root, room), { recursive: true }, (_, file) => {
      if (file === null || !/\.(ts|yaml)$/.test(file) || file.includes('node_modules') || file.endsWith('.test.ts'))
        return;
      clearTimeout(settling);
      settling = setTimeout(() => {
        restarting = restarting
          .then(restart)
          .catch((error) => console.error(error instanceof Error ? error.message : error));
      }, SETTLE_MILLISECONDS);
    });
  }
}
