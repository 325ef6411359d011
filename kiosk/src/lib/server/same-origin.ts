/** What of a request decides whether it may write. */
export interface WriteRequest {
  readonly method: string;
  readonly headers: Pick<Headers, 'get'>;
  /** Origin under which this request reached us. */
  readonly origin: string;
  /** Address of the site's configuration, when a proxy stands in front. */
  readonly siteAddress: string | undefined;
  /** No cookie counts there: what is sent proves itself who asks, or nothing is done. */
  readonly bodyProves: boolean;
}

/**
 * Whether a request may change something: reads always; writes from a page of ours by its `Origin`. Without `Origin`
 * only where no page can have sent it (a bearer credential, which browsers never add; for bodies that prove themselves,
 * no word of a browser at all) or where the browser says same-origin.
 */
export function mayWrite({ method, headers, origin, siteAddress, bodyProves }: WriteRequest): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return true;
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (from === null) return hasBearer(headers) || site === 'same-origin' || (bodyProves && site === null);
  return from === origin || (siteAddress !== undefined && from === originOf(siteAddress));
}

/**
 * Addresses at which no cookie counts: an agent has a one-time code and nothing else yet, other software has its
 * credential, and is told so when it forgot it.
 */
export function provesItself(path: string): boolean {
  return path === '/api/enrolment' || path.startsWith('/api/v1/');
}

function hasBearer(headers: Pick<Headers, 'get'>): boolean {
  return bearerOf(headers) !== undefined;
}

/** The credential of `authorization: Bearer …`. */
export function bearerOf(headers: Pick<Headers, 'get'>): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
