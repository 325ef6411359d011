import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';

/** What a page of another origin reached at an agent. All empty: nothing. */
export interface Reached {
  /** What its script got to read or saw succeed. */
  readonly byScript: readonly string[];
  /** Answers of the agent other than its refusal, by method, path and status. */
  readonly byAgent: readonly string[];
  /** How often the agent refused. */
  readonly refusals: number;
}

/** Everything that the agent answers to its own page: reads, and writes with a body that its own page could send. */
export interface Doors {
  readonly reads: readonly string[];
  readonly writes: readonly { readonly path: string; readonly body: object }[];
}

/**
 * Tries every way that a web page has to reach an agent: requests with and without CORS, beacons, forms, event streams, web
 * sockets, pictures, scripts and frames. `host`: by which the page is served, such as 127.0.0.1.
 */
export async function knockFromElsewhere(
  browser: Browser,
  { host, agent, doors }: { readonly host: string; readonly agent: string; readonly doors: Doors },
): Promise<Reached> {
  const server = await servePage();
  const page = await browser.newPage();
  const answers = listenToAnswers(page, agent);
  try {
    await page.goto(`http://${host}:${(server.address() as AddressInfo).port}/`);
    const byScript = await tryReads(page, agent, doors.reads);
    byScript.push(...(await tryWrites(page, agent, doors.writes)));
    const { length: all } = answers;
    const byAgent = answers.filter((answer) => !answer.endsWith(' 403'));
    return { byScript, byAgent, refusals: all - byAgent.length };
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
  }
}

async function servePage(): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>elsewhere</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function listenToAnswers(page: Page, agent: string): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.origin === agent) answers.push(`${response.request().method()} ${url.pathname} ${response.status()}`);
  });
  return answers;
}

function tryReads(page: Page, agent: string, paths: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ agent: door, paths: all }) => {
      const got: string[] = [];
      const ended = (element: HTMLElement, what: string): Promise<void> =>
        new Promise((resolve) => {
          element.onload = () => {
            got.push(what);
            resolve();
          };
          element.onerror = () => resolve();
          document.body.append(element);
        });
      const knock = async (path: string): Promise<void> => {
        const url = door + path;
        await fetch(url).then(
          () => got.push(`read ${path}`),
          () => undefined,
        );
        await fetch(url, { mode: 'no-cors' }).catch(() => undefined);
        await ended(Object.assign(new Image(), { src: url }), `picture ${path}`);
        await ended(Object.assign(document.createElement('script'), { src: url }), `script ${path}`);
        await new Promise<void>((resolve) => {
          const stream = new EventSource(url);
          stream.onopen = () => {
            got.push(`events ${path}`);
            stream.close();
            resolve();
          };
          stream.onerror = () => {
            stream.close();
            resolve();
          };
        });
        await new Promise<void>((resolve) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.onopen = () => got.push(`socket ${path}`);
          socket.onclose = () => resolve();
          socket.onerror = () => resolve();
        });
        const frame = document.createElement('iframe');
        await new Promise((resolve) => {
          frame.onload = resolve;
          frame.src = url;
          document.body.append(frame);
        });
        if (frame.contentWindow?.length !== 0) got.push(`frame ${path}`);
      };
      await Promise.all(all.map(knock));
      return got;
    },
    { agent, paths },
  );
}

function tryWrites(page: Page, agent: string, writes: Doors['writes']): Promise<string[]> {
  return page.evaluate(
    async ({ agent: door, writes: all }) => {
      const got: string[] = [];
      const knock = async ({ path, body }: (typeof all)[number]): Promise<void> => {
        const url = door + path;
        const text = JSON.stringify(body);
        const json = { 'content-type': 'application/json' };
        await fetch(url, { method: 'POST', headers: json, body: text }).then(
          () => got.push(`post ${path}`),
          () => undefined,
        );
        await fetch(url, { method: 'POST', mode: 'no-cors', body: text }).catch(() => undefined);
        navigator.sendBeacon(url, text);
        const frame = document.createElement('iframe');
        frame.name = `of ${path}`;
        const form = Object.assign(document.createElement('form'), {
          action: url,
          method: 'post',
          enctype: 'text/plain',
          target: frame.name,
        });
        // The usual way to smuggle JSON through a form: the field's name opens the object and its value closes it.
        const field = Object.assign(document.createElement('input'), {
          name: `${text.slice(0, -1)},"x":"`,
          value: '"}',
        });
        form.append(field);
        document.body.append(frame, form);
        await new Promise((resolve) => {
          frame.onload = resolve;
          form.submit();
        });
      };
      await Promise.all(all.map(knock));
      return got;
    },
    { agent, writes },
  );
}
