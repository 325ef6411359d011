import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A request as the stand-in hub received it. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

/** What the stand-in hub says, by method and path; `hang` never answers, `cut` closes the line without an answer. */
export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string | string[]>; readonly body: unknown }
  | { readonly html: string; readonly headers?: Record<string, string | string[]> }
  | { readonly stream: (response: ServerResponse) => void }
  | 'hang'
  | 'cut';

/** A hub that speaks the contract and nothing else, for tests of what the agent makes of it. */
export interface StandInHub {
  readonly url: URL;
  readonly heard: readonly Heard[];
  /** Requests to one path, such as "POST /api/terminal/visits". */
  heardAt(what: string): readonly Heard[];
  answer(what: string, answer: Answer | (() => Promise<Answer>)): void;
  /** Refuses this terminal's credential from now on, or accepts it again. */
  knowsTerminal(known: boolean): void;
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

export const VISIT = { visitId: '0199-visit-one', secret: 'secret-of-visit-one', maskedName: '张*明' };
export const CREDENTIAL = 'credential-of-K01';

export async function standInHub(): Promise<StandInHub> {
  const heard: Heard[] = [];
  const answers = new Map<string, Answer | (() => Promise<Answer>)>(usualAnswers());
  let known = true;
  let port = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = await hear(request);
    heard.push(message);
    const path = message.path.split('?')[0] ?? '';
    const found = answers.get(`${message.method} ${path}`) ?? { status: 404, body: { ok: false, reason: 'not-found' } };
    const needsTerminal = path.startsWith('/api/') && path !== '/api/health' && path !== '/api/enrolment';
    const stranger = needsTerminal && (!known || message.headers.authorization !== `Bearer ${CREDENTIAL}`);
    if (stranger) speak(response, { status: 401, body: { ok: false, reason: 'unauthorised' } });
    else speak(response, typeof found === 'function' ? await found() : found);
  };
  const server = createServer((request, response) => void serve(request, response));
  const listen = (): Promise<void> =>
    new Promise((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        port = typeof address === 'object' && address !== null ? address.port : 0;
        resolve();
      });
    });
  await listen();
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    heard,
    heardAt: (what) => heard.filter((message) => `${message.method} ${message.path.split('?')[0]}` === what),
    answer: (what, answer) => void answers.set(what, answer),
    knowsTerminal: (now) => void (known = now),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    startAgain: listen,
  };
}

function usualAnswers(): [string, Answer][] {
  const { visitId } = VISIT;
  const slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '张*明' }] };
  return [
    ['GET /api/health', { body: { ok: true, sequence: 1 } }],
    ['POST /api/terminal/state', { body: { ok: true } }],
    ['POST /api/terminal/prints', { body: { ok: true } }],
    ['POST /api/enrolment', { body: { ok: true, kind: 'terminal', deviceId: 'K01', credential: CREDENTIAL } }],
    ['POST /api/terminal/visits', { body: { ok: true, ...VISIT, choices: [] } }],
    [`POST /api/terminal/visits/${visitId}/end`, { body: { ok: true } }],
    [
      `GET /api/visits/${visitId}/agenda`,
      { body: { ok: true, agenda: { maskedName: '张*明', next: null, rest: [] } } },
    ],
    [`POST /api/visits/${visitId}/check-in`, { body: { ok: false, reason: 'too-early', opensAt: null } }],
    [`GET /api/visits/${visitId}/slips/ticket-1`, { body: { ok: true, slip } }],
    ['GET /terminal', { html: '<!doctype html><title>terminal</title>' }],
    ['GET /_app/immutable/entry.js', { html: 'export {}' }],
    ['GET /desk', { html: 'desk' }],
    ['GET /api/terminal/feed', { stream: (response) => void response.write('id: 1\nevent: here\ndata: {}\n\n') }],
  ];
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { method = '', url = '', headers } = request;
  return { method, path: url, headers, body: text === '' ? undefined : JSON.parse(text) };
}

function speak(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'cut') {
    response.socket?.destroy();
    return;
  }
  if ('stream' in answer) {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    answer.stream(response);
    return;
  }
  if ('html' in answer) {
    response.writeHead(200, { 'content-type': 'text/html', ...answer.headers }).end(answer.html);
    return;
  }
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
  response.end(JSON.stringify(answer.body));
}
