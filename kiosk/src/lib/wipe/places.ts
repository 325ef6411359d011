/** Whatever a page remembers that is gone when this returns. */
export function wipeAtOnce(page: Window): void {
  const { document, history } = page;
  page.name = '';
  page.localStorage.clear();
  page.sessionStorage.clear();
  forgetCookies(document);
  history.replaceState(ownNumbers(history.state), '');
  page.getSelection()?.removeAllRanges();
  document.querySelectorAll('input, textarea').forEach(empty);
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  document.querySelectorAll('audio, video').forEach(silence);
  forgetWhatWasLoaded(page.performance);
}

/** Databases and caches, which go in their own time. */
export async function wipeStores(page: Window & typeof globalThis): Promise<void> {
  const [databases, caches] = await Promise.all([page.indexedDB.databases(), page.caches?.keys() ?? []]);
  await Promise.all([
    ...databases.map(({ name }) => deleteDatabase(page.indexedDB, name ?? '')),
    ...caches.map((name) => page.caches.delete(name)),
  ]);
}

function deleteDatabase(databases: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const deletion = databases.deleteDatabase(name);
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => resolve();
    // A part of the page that still has it open loses it when it closes.
    deletion.onblocked = () => resolve();
  });
}

function forgetCookies(document: Document): void {
  for (const cookie of document.cookie.split('; '))
    for (const path of ['/', document.location.pathname])
      document.cookie = `${cookie.split('=')[0] ?? ''}=; path=${path}; max-age=0`;
}

/** The framework counts its pages in the history's state; whatever else stands there goes. */
function ownNumbers(state: unknown): Record<string, number> | null {
  if (typeof state !== 'object' || state === null) return null;
  return Object.fromEntries(Object.entries(state).filter(([, value]) => typeof value === 'number'));
}

function empty(field: Element): void {
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = '';
}

function silence(player: Element): void {
  if (!(player instanceof HTMLMediaElement)) return;
  player.pause();
  player.removeAttribute('src');
  player.load();
}

/** The browser's own list of what a page has loaded keeps the ids of visits. */
function forgetWhatWasLoaded(performance: Performance): void {
  performance.setResourceTimingBufferSize(0);
  performance.clearResourceTimings();
  performance.clearMarks();
  performance.clearMeasures();
}
