import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startHouse, type House } from '../../tools/house.js';
import { mondayMorning } from './story.ts';

/** Runs a demo hospital that shows the gallery of its screens while `use` has the hub's address. */
export async function withGallery(use: (hub: string, house: House) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-gallery-'));
  const data = join(folder, 'data');
  mkdirSync(data);
  const site = fileURLToPath(new URL('../../config/sites/demo', import.meta.url));
  const house = await startHouse({ site, data, env: { LOBBY_CLOCK: mondayMorning, LOBBY_GALLERY: '1' } });
  try {
    await use(house.hub, house);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
