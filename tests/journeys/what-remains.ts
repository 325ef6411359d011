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
        'what it has loaded': JSON.stringify(performance.getEntriesByType('resource').map(({ name }) => name)),
      };
      return Object.entries(places).flatMap(([place, held]) =>
        wanted.filter((trace) => held.includes(trace)).map((trace) => `${trace} in the ${place}`),
      );
    },
    { traces, deed },
  );
}
