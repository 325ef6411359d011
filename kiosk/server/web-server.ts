import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseMalformed, refuseWithoutAddress } from './malformed.ts';

/** What the build of the pages exports: answers a request, or calls `next` when it has nothing to say. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export interface WebServerOptions {
  readonly handler: PageHandler;
  /** Address of the site's configuration, such as https://lobby.hospital.example, when a proxy stands in front. */
  readonly siteAddress: string | undefined;
}

/** How many connections may wait to be accepted: every screen of a hospital comes back at once after a restart. */
const backlog = 1024;

/** The server in front of the pages. It says itself by which protocol it was reached, whatever a request claims. */
export function createWebServer({ handler, siteAddress }: WebServerOptions): Server {
  const server = createServer((request, response) => {
    if (refuseWithoutAddress(request, response)) return;
    request.headers['x-forwarded-proto'] = protocolOf(request, siteAddress);
    response.setHeader('x-content-type-options', 'nosniff');
    void handler(request, response, () => response.writeHead(404).end());
  });
  // Longer than the pause between two heartbeats of an agent, so that its connection is used again.
  server.keepAliveTimeout = 20_000;
  server.headersTimeout = 25_000;
  server.requestTimeout = 30_000;
  refuseMalformed(server);
  return server;
}

/** Answers while the hub is still starting. */
export const sayStarting: PageHandler = (_request, response) => {
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
  response.end('{"ok":false,"reason":"hub-away"}');
};

/** Listens, and resolves to the port. Rejects with the error of the system, such as EADDRINUSE. */
export function listen(server: Server, at: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...at, backlog }, () => {
      server.off('error', reject);
      resolve(portOf(server.address()));
    });
  });
}

/** TLS ends at the proxy that the site names: requests under that name came in as its address says, all others as http. */
export function protocolOf(request: Pick<IncomingMessage, 'headers'>, siteAddress: string | undefined): string {
  const site = siteAddress !== undefined && URL.canParse(siteAddress) ? new URL(siteAddress) : undefined;
  return site !== undefined && request.headers.host === site.host ? site.protocol.replace(':', '') : 'http';
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
