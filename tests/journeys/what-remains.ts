import type { Page } from '@playwright/test';

/** What identifies a patient on a terminal: masked name, label of the ticket, id of the visit. */
export type Traces = readonly string[];

/** Knows a patient's masked name and, as soon as the page uses it, the id of the visit. */
export function followVisit(page: Page, maskedName: string): () => Traces {
  const ids = new Set<string>();
  page.on('request', (request) => {
    const id = /\/api\/visits\/([^/]+)\//.exec(request.url())?.[1];
    if (id !== undefined) ids.add(id);
  });
  return () => [maskedName, ...ids];
}

/**
 * Where a page still holds one of the traces: in the document, its title or address, in storage, in the history's state
 * or in the list of what it has loaded. Looked at in one go, two pictures after `deed`, if there is one.
 */
export function whatRemains(page: Page, traces: Traces, deed?: 'touch' | 'go home'): Promise<string[]> {
  return page.evaluate(
    async ({ traces: wanted, deed: what }) => {
      const button = { touch: 'main button.primary', 'go home': 'footer button' }[what ?? 'touch'];
      if (what !== undefined) document.querySelector<HTMLButtonElement>(button)?.click();
      if (what !== undefined)
        for (let picture = 0; picture < 2; picture += 1) await new Promise((painted) => requestAnimationFrame(painted));
      // The databases and caches of a browser go in their own time: a wipe is over when the cover is gone.
      while (document.documentElement.hasAttribute('data-covered'))
        await new Promise((resolve) => setTimeout(resolve, 5));
      const databases = await indexedDB.databases();
      const caches = await window.caches.keys();
      const places = {
        document: document.documentElement.outerHTML,
        title: document.title,
        address: location.href,
        'local storage': JSON.stringify({ ...localStorage }),
        'session storage': JSON.stringify({ ...sessionStorage }),
        cookies: document.cookie,
        databases: JSON.stringify(databases),
        caches: JSON.stringify(caches),
        history: JSON.stringify(history.state),
        'name of the window': window.name,
        selection: getSelection()?.toString() ?? '',
        fields: [...document.querySelectorAll('input')].map(({ value }) => value).join('\n'),
        'what it has loaded': JSON.stringify(performance.getEntriesByType('resource').map(({ name }) => name)),
      };
      return Object.entries(places).flatMap(([place, held]) =>
        wanted.filter((trace) => held.includes(trace)).map((trace) => `${trace} in the ${place}`),
      );
    },
    { traces, deed },
  );
}

/**
 * Puts a mark into everything in which a page can keep something, as a careless page or a later errand might. Resolves
 * with the address of a blob that holds it as well.
 */
export function plantEverywhere(page: Page, mark: string): Promise<string> {
  return page.evaluate(async (planted) => {
    localStorage.setItem('last', planted);
    sessionStorage.setItem(planted, '1');
    document.cookie = `last=${encodeURIComponent(planted)}; path=/`;
    document.cookie = `${planted}=1; path=/terminal`;
    window.name = planted;
    history.replaceState({ ...history.state, who: planted }, '');
    const opening = indexedDB.open(planted);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    opening.result.close();
    await caches.open(planted);
    const field = document.createElement('input');
    field.value = planted;
    document.body.append(field);
    field.select();
    return URL.createObjectURL(new Blob([planted]));
  }, mark);
}
