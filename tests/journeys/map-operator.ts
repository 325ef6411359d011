import { expect, type Browser, type Page } from '@playwright/test';

/** An operator at the map of the hospital, by the requests of the operator page. */
export class MapOperator {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async logIn(browser: Browser, hub: string): Promise<MapOperator> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${hub}/operator`);
    await page.getByRole('button', { name: /叶凯/ }).click();
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('navigation').first().waitFor();
    return new MapOperator(page);
  }

  /** Closes what has this name, or opens it again. Spaces in names count for nothing. */
  async change(verb: 'make' | 'take-back', name: string): Promise<void> {
    const status = await this.#page.evaluate(
      async (wish) => {
        const { guide } = (await (await fetch('/api/operator/guide')).json()) as {
          guide: { closables: { id: string; name: { zh: string } }[] };
        };
        const same = (text: string): string => text.replaceAll(' ', '');
        const feature = guide.closables.find((one) => same(one.name.zh) === same(wish.name))?.id;
        const reply = await fetch('/api/operator/guide/changes', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ key: crypto.randomUUID(), do: wish.verb, change: { change: 'closed', feature } }),
        });
        return reply.status;
      },
      { verb, name },
    );
    expect(status).toBe(200);
  }
}
