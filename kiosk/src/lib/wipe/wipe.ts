import { rememberBlobs } from './blob-addresses.ts';
import { wipeAtOnce, wipeStores } from './places.ts';

/** The screen is never covered for longer than this, in milliseconds, whatever a store of the browser takes. */
const LONGEST_COVER = 400;

/**
 * The one way in which a terminal's page forgets a patient: at every exit of a visit, and when the page starts, since
 * the one before it may have died. `data-covered` on the root hides what is on the screen before anything of it goes,
 * until the next patient's picture has been painted. Call once a page.
 */
export function openWiper(page: Window & typeof globalThis): () => Promise<void> {
  const revokeBlobs = rememberBlobs(page.URL);
  const { documentElement: root } = page.document;
  let underWay = 0;
  return async () => {
    underWay += 1;
    root.dataset['covered'] = '';
    wipeAtOnce(page);
    revokeBlobs();
    const gone = Promise.all([wipeStores(page).catch(() => undefined), painted(page)]);
    await Promise.race([gone, new Promise((resolve) => page.setTimeout(resolve, LONGEST_COVER))]);
    underWay -= 1;
    if (underWay === 0) delete root.dataset['covered'];
  };
}

/** Two pictures on, whatever changed before is on the panel. */
async function painted(page: Window): Promise<void> {
  for (let picture = 0; picture < 2; picture += 1) await new Promise((resolve) => page.requestAnimationFrame(resolve));
}
