import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Reasons of the hub for what is no request at all; the pages' own list of refusals words all others. */
const refusals = {
  400: ['bad-shape', '请求的内容不对，没有执行。', 'The request is not in the expected form; nothing was done.'],
  408: ['bad-shape', '请求没有发完，没有执行。', 'The request did not arrive in time; nothing was done.'],
  413: ['too-large', '请求太大，没有执行。', 'The request is too large; nothing was done.'],
  417: ['bad-shape', '请求的内容不对，没有执行。', 'The request is not in the expected form; nothing was done.'],
  431: ['too-large', '请求太大，没有执行。', 'The request is too large; nothing was done.'],
} as const;
type Status = keyof typeof refusals;

/** Errors of Node's HTTP parser that have a status of their own. */
const statusOfCode: Readonly<Record<string, Status>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers in JSON what Node or the framework would answer in plain text or not at all. */
export function refuseMalformed(server: Server): void {
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuseOnSocket(socket, statusOfCode[error.code ?? ''] ?? 400);
  });
  server.on('checkExpectation', (_request, response: ServerResponse) => refuse(response, 417));
}

/** Refuses a request from which no address can be made; false: it has one. */
export function refuseWithoutAddress(request: IncomingMessage, response: ServerResponse): boolean {
  const path = request.url ?? '';
  const right = path.startsWith('/') && URL.canParse(`http://${request.headers.host ?? ''}/`);
  // TRACE would echo credentials, and requests of the web platform cannot hold it.
  if (right && request.method !== 'TRACE') return false;
  refuse(response, 400);
  return true;
}

function refuse(response: ServerResponse, status: Status): void {
  const { headers, body } = refusalOf(status);
  response.writeHead(status, headers).end(body);
}

function refuseOnSocket(socket: Duplex, status: Status): void {
  const { headers, body } = refusalOf(status);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'));
}

function refusalOf(status: Status) {
  const [reason, zh, en] = refusals[status];
  const body = JSON.stringify({ ok: false, reason, message: { zh, en } });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  return { headers, body };
}
