import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';

const album = fileURLToPath(new URL('../../docs/pictures', import.meta.url));
/** A repository is cloned with its pictures. */
const largestBytes = 300_000;

/** Chromium as LOBBY_CHROMIUM names it, otherwise Playwright's own. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['LOBBY_CHROMIUM'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  args.push('--autoplay-policy=no-user-gesture-required');
  return chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args });
}

/** Photographs a page at rest: its fonts have come and nothing moves any more. */
export async function photograph(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  keepPicture(name, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
}

/** Puts a picture into docs/pictures under this name. Throws when it is too large for a repository. */
export function keepPicture(name: string, png: Buffer): void {
  if (png.length > largestBytes)
    throw new Error(`the picture ${name} has ${png.length} bytes, more than a README needs`);
  mkdirSync(album, { recursive: true });
  writeFileSync(join(album, `${name}.png`), png);
  console.log(`docs/pictures/${name}.png  ${Math.round(png.length / 1000)} kB`);
}
