import type { ServerResponse } from 'node:http';
import { securityHeaders } from './headers.ts';

/** Answers in JSON. Nothing of the gateway is ever kept by a browser. */
export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** A refusal: a reason from a list, and where it helps a sentence for whoever wrote the request. */
export function refuse(response: ServerResponse, status: number, reason: string, message?: string): void {
  replyJson(response, status, { ok: false, reason, ...(message !== undefined && { message }) });
}
