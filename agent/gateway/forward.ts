import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Destination, VisitVerb } from './forward-list.ts';
import { headersToHub, headersToPage, securityHeaders } from './headers.ts';
import type { HubAnswer, HubLine } from './hub-line.ts';
import { replyJson } from './replies.ts';
import { bodyOrRefusal } from './request-body.ts';

export interface ForwardOptions {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly secretOf: (visitId: string) => string | undefined;
  readonly answerWithin: number;
  /** Answers a navigation that the hub did not. */
  readonly showAway: (response: ServerResponse) => void;
}

/** Hands a page's request to the hub and streams the answer back. */
export type Forward = (request: IncomingMessage, response: ServerResponse, to: Destination) => Promise<void>;

export function forwarder(options: ForwardOptions): Forward {
  return async (request, response, to) => {
    const secret = to.kind === 'visit' ? options.secretOf(to.visitId) : undefined;
    if (to.kind === 'visit' && secret === undefined) {
      replyJson(response, 409, refusalOf(to.verb, 'visit-ended'));
      return;
    }
    const body = request.method === 'GET' ? undefined : await bodyOrRefusal(request, response);
    if (body === undefined && request.method !== 'GET') return;
    const answer = await options.line.send({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: headersToHub(request.headers, { credential: options.credential(), secret, bodyLength: body?.length }),
      body,
      answerWithin: options.answerWithin,
      // A write goes on when the page has left: the hub owns the truth.
      ...(request.method === 'GET' && { signal: goneWith(response) }),
    });
    if (response.destroyed) dropBody(answer);
    else if (isNavigation(request) && (!answer.ok || (answer.message.statusCode ?? 0) >= 500)) {
      dropBody(answer);
      options.showAway(response);
    } else if (answer.ok) passOn(answer.message, response, `http://${request.headers.host}`);
    else replyUnanswered(response, to, answer.reached);
  };
}

/** Whether the answer is to be shown as a page; scripts ask for anything but text/html. */
export function isNavigation(request: IncomingMessage): boolean {
  return request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
}

function passOn(message: IncomingMessage, response: ServerResponse, ownOrigin: string): void {
  response.writeHead(message.statusCode ?? 502, {
    ...headersToPage(message.headers, ownOrigin),
    ...securityHeaders,
  });
  pipeline(message, response, () => undefined);
}

/** A check-in that may have arrived has an unknown outcome; with the same key it may be asked for again. */
function replyUnanswered(response: ServerResponse, to: Destination, reached: boolean): void {
  if (to.kind !== 'visit') replyJson(response, 503, { ok: false, reason: 'hub-away' });
  else if (to.verb === 'check-in' && reached) replyJson(response, 504, refusalOf(to.verb, 'outcome-unknown'));
  else replyJson(response, 503, refusalOf(to.verb, 'hospital-unavailable'));
}

function refusalOf(verb: VisitVerb, reason: string): object {
  return { ok: false, reason, ...(verb === 'check-in' && { opensAt: null }) };
}

function goneWith(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function dropBody(answer: HubAnswer): void {
  if (answer.ok) answer.message.resume();
}
