import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Belong to one connection, not to the message (RFC 9110, 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];
/** A page may not say who it is: that is the agent's word. Cookies ignore ports, so a desk's login could travel along. */
const neverToHub = ['cookie', 'cookie2', 'authorization', 'x-visit-secret', 'forwarded', 'expect', 'content-length'];
const neverToPage = ['set-cookie', 'set-cookie2', 'strict-transport-security', 'alt-svc', 'server', 'x-powered-by'];

/** What the agent adds to a page's request. */
export interface AgentWord {
  readonly credential: string | undefined;
  readonly secret: string | undefined;
  readonly bodyLength: number | undefined;
}

/** Headers of a page's request as the hub gets them; Host stays as the browser sent it. */
export function headersToHub(headers: IncomingHttpHeaders, word: AgentWord): OutgoingHttpHeaders {
  const kept = without(headers, (name) => neverToHub.includes(name) || name.startsWith('x-forwarded-'));
  return {
    ...kept,
    'x-forwarded-proto': 'http',
    ...(word.bodyLength !== undefined && { 'content-length': String(word.bodyLength) }),
    ...(word.credential !== undefined && { authorization: `Bearer ${word.credential}` }),
    ...(word.secret !== undefined && { 'x-visit-secret': word.secret }),
  };
}

/** Headers of the hub's answer as the page gets them: no cookies, no leave for other origins, nowhere but here. */
export function headersToPage(headers: IncomingHttpHeaders, ownOrigin: string): OutgoingHttpHeaders {
  const kept = without(headers, (name) => neverToPage.includes(name) || name.startsWith('access-control-'));
  if (headers.location === undefined) return kept;
  return { ...kept, location: stayHere(headers.location, ownOrigin) };
}

/** A terminal's browser never leaves its own origin. */
function stayHere(location: string, ownOrigin: string): string {
  const target = URL.parse(location, ownOrigin);
  return target?.origin === ownOrigin ? `${target.pathname}${target.search}` : '/terminal';
}

function without(headers: IncomingHttpHeaders, drop: (name: string) => boolean): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const kept = Object.entries(headers).filter(
    ([name, value]) => value !== undefined && !hopByHop.includes(name) && !named.includes(name) && !drop(name),
  );
  return Object.fromEntries(kept);
}

/** On every answer of the gateway. */
export const securityHeaders: OutgoingHttpHeaders = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
