import type { Site } from '@lobby/config';

/** What is known of a request for an address: the one it was sent to, and the port of ours at which it came. */
export interface Reached {
  readonly url: URL;
  /** As the Node server gives it; undefined while somebody works on the pages. */
  readonly platform: { readonly req: { readonly socket: { readonly localPort?: number | undefined } } } | undefined;
}

const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Where phones reach the hub: the address of the site. The demo hospital has none, and everything of it runs on one
 * machine: there its own address will do. A terminal's page asks by way of its agent, which stands at another port there
 * and serves no phones.
 */
export function phoneAddress(
  { address, demo }: Pick<Site, 'address' | 'demo'>,
  { url, platform }: Reached,
): string | undefined {
  if (address !== undefined) return address;
  if (demo?.enrolsItself !== true) return undefined;
  const port = platform?.req.socket.localPort;
  if (port === undefined || !thisMachine.includes(url.hostname)) return url.origin;
  return `${url.protocol}//${url.hostname}:${port}`;
}
