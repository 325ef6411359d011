import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Agent, request as plainRequest, secureHttp } from './node-http.ts';

/** One request to the hub. `path` starts with a slash. Milliseconds. */
export interface HubRequest {
  readonly method: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | undefined;
  readonly answerWithin: number;
  readonly signal?: AbortSignal;
}

/** `reached`: the request may have arrived, so nobody knows whether the hub acted on it. */
export type HubAnswer =
  | { readonly ok: true; readonly message: IncomingMessage }
  | { readonly ok: false; readonly reached: boolean; readonly why: string };

/** The connections to the hub: a few, kept open. */
export interface HubLine {
  /** Resolves with the head of the answer; its body is still to be read. */
  send(request: HubRequest): Promise<HubAnswer>;
  /** Tells that a request failed or that an open connection closed: perhaps the hub is gone. */
  onDoubt(listener: () => void): () => void;
  close(): void;
}

/** The first time may have arrived although its connection broke: that the second did not says nothing of it. */
function saidTwice(answer: HubAnswer): HubAnswer {
  return answer.ok ? answer : { ...answer, reached: true };
}

interface Attempt {
  readonly answer: HubAnswer;
  /** The hub had closed a connection that was kept open, just as we used it again. */
  readonly stale: boolean;
}

export function openHubLine(hub: URL, connectWithin: number): HubLine {
  const secure = hub.protocol === 'https:';
  const pool = new (secure ? secureHttp().Agent : Agent)({ keepAlive: true, maxFreeSockets: 4 });
  const open = secure ? secureHttp().request : plainRequest;
  const listeners = new Set<() => void>();
  const doubt = (): void => listeners.forEach((listener) => listener());
  const watched = new WeakSet<object>();

  const attempt = (request: HubRequest): Promise<Attempt> =>
    new Promise((resolve) => {
      let connected = false;
      const outgoing = open({
        agent: pool,
        hostname: hub.hostname.replace(/^\[|\]$/g, ''),
        port: hub.port === '' ? (secure ? 443 : 80) : hub.port,
        ...(secure && { servername: hub.hostname }),
        method: request.method,
        path: request.path,
        headers: { host: hub.host, ...request.headers },
        ...(request.signal && { signal: request.signal }),
      });
      const giveUp = (after: number, why: string): NodeJS.Timeout =>
        setTimeout(() => outgoing.destroy(new Error(why)), after);
      const connecting = giveUp(connectWithin, 'no-connection');
      const answering = giveUp(request.answerWithin, 'no-answer');
      const stopTimers = (): void => [connecting, answering].forEach((timer) => clearTimeout(timer));

      outgoing.once('socket', (socket) => {
        const arrived = (): void => {
          connected = true;
          clearTimeout(connecting);
        };
        if (socket.connecting) socket.once(secure ? 'secureConnect' : 'connect', arrived);
        else arrived();
        if (watched.has(socket)) return;
        watched.add(socket);
        socket.once('close', doubt);
      });
      outgoing.once('response', (message) => {
        stopTimers();
        resolve({ answer: { ok: true, message }, stale: false });
      });
      outgoing.once('error', (error: NodeJS.ErrnoException) => {
        stopTimers();
        const why = error.code ?? error.message;
        const stale = outgoing.reusedSocket && (why === 'ECONNRESET' || why === 'EPIPE');
        resolve({ answer: { ok: false, reached: connected, why }, stale });
      });
      outgoing.end(request.body);
    });

  return {
    async send(request) {
      const first = await attempt(request);
      // Safe to say twice: reads, and writes that carry a key.
      const answer = first.stale ? saidTwice((await attempt(request)).answer) : first.answer;
      if (!answer.ok && request.signal?.aborted !== true) doubt();
      return answer;
    },
    onDoubt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      listeners.clear();
      pool.destroy();
    },
  };
}
