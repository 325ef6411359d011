import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect } from 'vitest';
import { z } from 'zod';
import { enrolmentCode } from '../../tools/house.js';
import { startProcess } from '../../tools/processes.js';
import { compileCache } from '../../tools/where.js';

const site = 'config/sites/demo';
const demoCards = z.array(z.object({ id: z.string(), kind: z.string(), name: z.string(), idNumber: z.string() }));
const cards = demoCards.parse(parse(readFileSync(join(site, 'cards', 'cards.yaml'), 'utf8')));

/** What a reader gives of one of the demo cards. */
export function credentialOf(card: string): { kind: string; number: string; name: string } {
  const found = cards.find(({ id }) => id === card);
  if (found === undefined) throw new Error(`the demo has no card ${card}`);
  return { kind: found.kind, number: found.idNumber, name: found.name };
}

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON. */
  readonly said: Record<string, unknown>;
}

/** The server as it is shipped: built pages, SQLite, the demo site, a free port. */
export class HttpHub {
  readonly url: string;
  readonly data: string;
  readonly running: ReturnType<typeof startProcess>;

  private constructor(url: string, data: string, running: ReturnType<typeof startProcess>) {
    this.url = url;
    this.data = data;
    this.running = running;
  }

  static async start(): Promise<HttpHub> {
    const data = mkdtempSync(join(tmpdir(), 'lobby-http-'));
    const running = startServer({ PORT: '0', LOBBY_DATA: data });
    const [, url] = await running.line(/hub ready (http:\/\/\S+)/, 60_000);
    return new HttpHub(String(url), data, running);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    rmSync(this.data, { recursive: true, force: true });
  }

  /** One request as a program sends it: no Origin, no cookie but those given. */
  ask(path: string, { method = 'GET', body, headers = {} }: Asking = {}): Promise<Answer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const typed = text === undefined ? headers : { 'content-type': 'application/json', ...headers };
    return new Promise((resolve, reject) => {
      const request = httpRequest(new URL(path, this.url), { method, headers: typed }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answered = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answered,
            said: asRecord(answered),
          });
        });
      });
      request.on('error', reject);
      request.end(text);
    });
  }

  /** A write as a page of ours makes it. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(path, { method: 'POST', body, headers: { origin: this.url, ...headers } });
  }

  code(kind: 'terminal' | 'screen' | 'desk', id: string): Promise<string> {
    return enrolmentCode({ hub: this.url, data: this.data, kind, id });
  }

  /** Headers of an enrolled terminal. */
  async terminal(id = 'K01'): Promise<{ authorization: string }> {
    const { said } = await this.ask('/api/enrolment', {
      method: 'POST',
      body: { code: await this.code('terminal', id) },
    });
    return { authorization: `Bearer ${String(said['credential'])}` };
  }

  /** Headers of an enrolled screen or desk. */
  async browser(kind: 'screen' | 'desk', id: string): Promise<{ cookie: string }> {
    const answer = await this.post('/api/enrolment', { code: await this.code(kind, id) });
    return { cookie: cookieOf(answer) };
  }

  /** Headers of a desk at which somebody has logged in. */
  async desk(id: string, workNo: string): Promise<{ cookie: string }> {
    const enrolled = await this.browser('desk', id);
    const answer = await this.post('/api/desk/login', { workNo, password: `demo-${workNo}` }, enrolled);
    return { cookie: `${enrolled.cookie}; ${cookieOf(answer)}` };
  }

  /** A visit opened with one of the demo cards, and the headers with which its agent asks about it. */
  async visit(card: string, terminal: { authorization: string }) {
    const body = { key: newKey(), credential: credentialOf(card) };
    const { said } = await this.ask('/api/terminal/visits', { method: 'POST', body, headers: terminal });
    const secret = { 'x-visit-secret': String(said['secret']) };
    return { id: String(said['visitId']), headers: { ...terminal, ...secret } };
  }
}

/** Starts the server's program, whether it comes up or not. */
export function startServer(env: Record<string, string>): ReturnType<typeof startProcess> {
  const logs = mkdtempSync(join(tmpdir(), 'lobby-http-logs-'));
  const all = { LOBBY_SITE: site, NODE_COMPILE_CACHE: compileCache, ...env };
  return startProcess({ name: 'hub', entry: 'kiosk/server/main.ts', env: all, logs });
}

let keys = 0;
export function newKey(): string {
  keys += 1;
  return `contract-key-${String(keys).padStart(6, '0')}`;
}

/** Asserts that an answer is a refusal as the contract words it, and tells nothing of our insides. */
export function expectRefusal(answer: Answer, status: number, reason: string): void {
  expect({ status: answer.status, reason: answer.said['reason'] }).toEqual({ status, reason });
  expect(answer.said).toMatchObject({ ok: false, message: { zh: expect.any(String), en: expect.any(String) } });
  expect(answer.text).not.toMatch(/node_modules|\.[jt]s:\d|\bat \w+ \(|SQLITE|\/work\//);
}

export function cookieOf({ headers }: Answer): string {
  return (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

function asRecord(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
