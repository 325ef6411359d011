import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serveFont } from '../gateway/fonts.ts';
import { securityHeaders } from '../gateway/headers.ts';
import { guardPage } from '../gateway/page-guard.ts';
import { refuse, replyJson } from '../gateway/replies.ts';
import { jsonOrRefusal } from '../gateway/request-body.ts';
import type { DemoCard } from './demo-cards.ts';
import { printerAction, type PrinterBench } from './printer-bench.ts';
import { pushAction, type PushBench } from './push-bench.ts';
import { readerAction, type ReaderBench } from './reader-bench.ts';
import { pushDevices, type PushDeviceName, type ThingToShow } from './things-to-show.ts';

export interface BenchServerOptions {
  readonly reader: ReaderBench;
  readonly printer: PrinterBench;
  readonly pushing: Readonly<Record<PushDeviceName, PushBench>>;
  readonly cards: readonly DemoCard[];
  readonly things: readonly ThingToShow[];
  /** Address of the terminal's page, for the link to it. */
  readonly terminal: () => string;
}

const pageFiles: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  ...sheets('page', 'cards', 'reader', 'controls', 'printer', 'things', 'window-sizes'),
  '/bench/bench.js': ['bench.js', 'text/javascript; charset=utf-8'],
  '/bench/drawings.js': ['drawings.js', 'text/javascript; charset=utf-8'],
};

/** Style sheets of the page, in the order in which it has them. */
function sheets(...names: readonly string[]): Record<string, readonly [string, string]> {
  return Object.fromEntries(names.map((name) => [`/bench/${name}.css`, [`${name}.css`, 'text/css; charset=utf-8']]));
}

const policy = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The device bench over HTTP: its page, what it shows, and what one does to the devices. */
export function benchServer(options: BenchServerOptions): { server: Server; closeStreams: () => void } {
  const { reader, printer, pushing } = options;
  const streams = new Set<ServerResponse>();
  const state = (): object => ({
    reader: reader.state,
    printer: printer.state,
    ...Object.fromEntries(pushDevices.map((name) => [name, pushing[name].state])),
  });
  const tell = (): void => streams.forEach((stream) => stream.write(`data: ${JSON.stringify(state())}\n\n`));
  reader.onChange(tell);
  printer.onChange(tell);
  for (const name of pushDevices) pushing[name].onChange(tell);

  const openEvents = (response: ServerResponse): void => {
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };
    response.writeHead(200, { ...securityHeaders, ...headers });
    response.write(`retry: 1000\n\ndata: ${JSON.stringify(state())}\n\n`);
    streams.add(response);
    response.once('close', () => streams.delete(response));
  };
  const actOnReader = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const action = await jsonOrRefusal(request, response, readerAction);
    if (action === undefined) return;
    if (await reader.act(action)) replyJson(response, 200, { ok: true, ...state() });
    else refuse(response, 404, 'no-such-card', 'No card of that id; GET /bench/cards lists them.');
  };
  const actOnPrinter = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const wish = await jsonOrRefusal(request, response, printerAction);
    if (wish === undefined) return;
    await printer.act(wish.action);
    replyJson(response, 200, { ok: true, ...state() });
  };

  const actOnPushing = async (
    name: PushDeviceName,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const action = await jsonOrRefusal(request, response, pushAction);
    if (action === undefined) return;
    if (await pushing[name].act(action)) replyJson(response, 200, { ok: true, ...state() });
    else refuse(response, 404, 'no-such-thing', 'Nothing of that id; GET /bench/cards lists what can be shown.');
  };
  const list = (): object => ({
    terminal: options.terminal(),
    cards: options.cards.filter((card) => card.kind !== 'passport'),
    things: options.things.map(({ bytes: _, ...thing }) => thing),
  });

  const answer = async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    switch (`${request.method} ${path}`) {
      case 'GET /bench/events':
        return openEvents(response);
      case 'GET /bench/state':
        return replyJson(response, 200, state());
      case 'GET /bench/cards':
        return replyJson(response, 200, list());
      case 'POST /bench/reader':
        return actOnReader(request, response);
      case 'POST /bench/printer':
        return actOnPrinter(request, response);
      case 'POST /bench/scanner':
        return actOnPushing('scanner', request, response);
      case 'POST /bench/stripe':
        return actOnPushing('stripe', request, response);
      case 'POST /bench/documents':
        return actOnPushing('documents', request, response);
    }
    if (request.method !== 'GET') return refuse(response, 404, 'not-found');
    if (serveFont(path, response) || servePage(path, response)) return;
    return serveSlip(printer, path, response);
  };

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const purpose = request.method === 'GET' && path !== '/bench/events' ? 'read' : 'events';
    const refusal = guardPage(request.headers, portOf(server), purpose);
    if (refusal !== undefined) return refuse(response, 403, refusal);
    answer(request, response, path).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'bench-fault');
    });
  });
  return { server, closeStreams: () => streams.forEach((stream) => stream.end()) };
}

function servePage(path: string, response: ServerResponse): boolean {
  const [name, type] = pageFiles[path] ?? [];
  if (name === undefined || type === undefined) return false;
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'content-security-policy': policy };
  response.writeHead(200, { ...securityHeaders, ...headers });
  response.end(readFileSync(new URL(`page/${name}`, import.meta.url)));
  return true;
}

/** GET /bench/slips/3.png: the slip as it looks; 3.json: what was printed in the printer's own font, and QR contents. */
async function serveSlip(printer: PrinterBench, path: string, response: ServerResponse): Promise<void> {
  const [, number, form] = /^\/bench\/slips\/(\d{1,6})\.(png|json)$/.exec(path) ?? [];
  const slip = number === undefined ? undefined : printer.slip(Number(number));
  if (slip === undefined) return refuse(response, 404, 'not-found');
  if (form === 'json') return replyJson(response, 200, { number: slip.number, lines: slip.lines, codes: slip.codes });
  const picture = await slip.png();
  response.writeHead(200, { ...securityHeaders, 'content-type': 'image/png', 'cache-control': 'no-store' });
  response.end(picture);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
