import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not answered. */
export type GuardRefusal = 'wrong-host' | 'foreign-origin';

/**
 * What a request may do. `write`: the browser must name our origin, as browsers do on every POST. `events`: devices
 * speak there, so the request may come from our own pages only. `read`: as `events`, but a link from elsewhere may
 * open a page.
 */
export type Purpose = 'write' | 'events' | 'read';

/**
 * Whether a request comes from our own page on this machine. The Host must be a loopback name with our port, or a web
 * page could reach the devices by a name that it resolves to 127.0.0.1.
 */
export function guardPage(headers: IncomingHttpHeaders, port: number, purpose: Purpose): GuardRefusal | undefined {
  if (!isOurHost(headers.host, port)) return 'wrong-host';
  const { origin } = headers;
  if (origin !== undefined && origin !== `http://${headers.host}`) return 'foreign-origin';
  if (purpose === 'write' && origin === undefined) return 'foreign-origin';
  const site = headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin') return undefined;
  const opensPage = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return purpose === 'read' && (site === 'none' || opensPage) ? undefined : 'foreign-origin';
}

export function isOurHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}
