import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { serveFont } from './fonts.ts';
import { isNavigation, type Forward } from './forward.ts';
import { destinationOf } from './forward-list.ts';
import type { HubState } from './hub-watch.ts';
import { localEndpoints, type LocalWork } from './local-endpoints.ts';
import { describeError, type Log } from './log.ts';
import { createServer } from './node-http.ts';
import { guardPage } from './page-guard.ts';
import { refuse } from './replies.ts';

export interface ServerOptions {
  readonly work: LocalWork;
  readonly forward: Forward;
  /** The hub as it is now; looks first when it was away, so that nobody is turned away for an old reason. */
  readonly hub: () => Promise<HubState>;
  readonly showAway: (response: ServerResponse) => void;
  readonly development: boolean;
  readonly log: Log;
}

/** Sentences for whoever wrote a request that is refused before it is read. */
const guardSentences = {
  'wrong-host': 'This address serves the terminal that it runs on, and nobody else.',
  'foreign-origin': "Only the terminal's own page may do this: the browser must name it as Origin.",
} as const;

/** The terminal's front door: its own endpoints, the listed paths of the hub, and nothing else. */
export function gatewayServer(options: ServerOptions): Server {
  const local = localEndpoints(options.work);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const purpose = method !== 'GET' ? 'write' : path === '/agent/events' ? 'events' : 'read';
    const refusal = guardPage(request.headers, portOf(server), purpose);
    if (refusal !== undefined) return refuse(response, 403, refusal, guardSentences[refusal]);
    const endpoint = local.get(`${method} ${path}`);
    if (endpoint !== undefined) return endpoint(request, response);
    if (method === 'GET' && serveFont(path, response)) return;
    const destination = destinationOf(method, path, options.development);
    if (destination === undefined) return refuse(response, 404, 'not-found');
    if (isNavigation(request) && (await options.hub()).state === 'away') return options.showAway(response);
    return options.forward(request, response, destination);
  };

  const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000 }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      options.log('request failed', describeError(error));
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'agent-fault');
    });
  });
  server.maxConnections = 64;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end(`HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n`);
  });
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
