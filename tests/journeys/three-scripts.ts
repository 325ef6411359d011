import type { Page } from '@playwright/test';

/** Listens to a page from now on. The function that it gives names the scripts so far in which three is. */
export function scriptsWithThree(page: Page): () => Promise<readonly string[]> {
  const scripts: { readonly url: string; readonly text: Promise<string> }[] = [];
  page.on('response', (reply) => {
    if (reply.request().resourceType() === 'script')
      scripts.push({ url: reply.url(), text: reply.text().catch(() => '') });
  });
  return async () => {
    const read = await Promise.all(scripts.map(async ({ url, text }) => ({ url, text: await text })));
    return read.filter(({ text }) => text.includes('WebGLRenderer')).map(({ url }) => url);
  };
}
