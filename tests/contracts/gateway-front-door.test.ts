import { request } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, startTerminal, until, ZHANG, type TestTerminal } from './gateway-terminal.ts';
import { CREDENTIAL, standInHub, VISIT, type StandInHub } from './gateway-stand-in-hub.ts';

const navigation = { accept: 'text/html', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

describe('the front door of a terminal', () => {
  let hub: StandInHub;
  let terminal: TestTerminal;

  beforeEach(async () => {
    hub = await standInHub();
    terminal = await startTerminal({ hub });
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
  });
  afterEach(async () => {
    await terminal.close();
    await hub.stop();
  });

  const knock = (path: string, headers: Record<string, string> = {}, body?: string) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const asking = request({ host: '127.0.0.1', port: terminal.gateway.port, method, path, headers }, (reply) => {
        let text = '';
        reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text }));
      });
      asking.on('error', reject);
      asking.end(body);
    });
  const own = () => ({ origin: terminal.gateway.address, 'content-type': 'application/json' });

  it('leads to the terminal page', async () => {
    expect((await knock('/')).headers['location']).toBe('/terminal');
    const page = await knock('/terminal', navigation);
    expect(page.status).toBe(200);
    expect(page.text).toContain('<title>terminal</title>');
  });

  it('lets no cookie through in either direction', async () => {
    hub.answer('GET /terminal', { html: 'page', headers: { 'set-cookie': ['lobby_desk=1', 'x=2'] } });
    const page = await knock('/terminal', { ...navigation, cookie: 'lobby_login=staff' });
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(hub.heardAt('GET /terminal')[0]?.headers.cookie).toBeUndefined();
  });

  it.each([
    ['/desk'],
    ['/display'],
    ['/gallery'],
    ['/api/desk/feed'],
    ['/api/screen/feed'],
    [`/api/visits/${VISIT.visitId}/slips/ticket-1`],
    ['/_app/%2e%2e/desk'],
    ['/terminal/../desk'],
  ])('does not hand on %s', async (path) => {
    const before = hub.heard.length;
    expect((await knock(path)).status).toBe(404);
    expect(hub.heard.slice(before).map((heard) => heard.path)).not.toContain(path);
  });

  it.each([['/api/terminal/visits'], ['/api/terminal/state'], ['/api/enrolment'], ['/api/desk/actions']])(
    'lets no page post to %s',
    async (path) => {
      const body = JSON.stringify({ key: 'forged-key', credential: { kind: 'resident-id', number: '1', name: null } });
      expect((await knock(path, own(), body)).status).toBe(404);
      // The agent may have something of its own to say there meanwhile.
      expect(JSON.stringify(hub.heard.map((heard) => heard.body))).not.toContain('forged-key');
    },
  );

  it('adds the word of the agent only, never that of the page', async () => {
    const forged = { authorization: 'Bearer forged', 'x-visit-secret': 'forged' };
    await knock('/terminal', { ...navigation, ...forged });
    const [asked] = hub.heardAt('GET /terminal');
    expect(asked?.headers.authorization).toBe(`Bearer ${CREDENTIAL}`);
    expect(asked?.headers['x-visit-secret']).toBeUndefined();
  });

  it('is closed to the pages of other origins', async () => {
    const body = JSON.stringify({ visitId: VISIT.visitId, why: 'cancelled' });
    const foreign = { 'content-type': 'text/plain', origin: 'http://attacker.example' };
    expect((await knock('/agent/visit/end', foreign, body)).status).toBe(403);
    expect((await knock('/agent/visit/end', { 'content-type': 'application/json' }, body)).status).toBe(403);
    expect((await knock('/agent/events', { origin: 'http://127.0.0.1:3000' })).status).toBe(403);
    expect((await knock('/agent/events', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('is closed to a name that only resolves to this machine', async () => {
    const host = `rebound.attacker.example:${terminal.gateway.port}`;
    const reply = await knock('/agent/events', { host, origin: `http://${host}` });
    expect(reply.status).toBe(403);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, reason: 'wrong-host' });
  });

  it('answers whoever sends too much piece by piece, without having said how much it is', async () => {
    const piece = 'x'.repeat(8 * 1024);
    const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const where = {
        host: '127.0.0.1',
        port: terminal.gateway.port,
        method: 'POST',
        path: '/agent/print',
        headers: own(),
      };
      const asking = request(where, (reply) => {
        let text = '';
        reply.on('data', (chunk: Buffer) => (text += chunk.toString()));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
      });
      asking.on('error', reject);
      for (let sent = 0; sent < 60; sent += 1) asking.write(piece);
      asking.end();
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('refuses what is too large or not in shape, with a reason and without an echo', async () => {
    const large = await knock('/agent/print', own(), JSON.stringify({ key: 'x'.repeat(17 * 1024) }));
    expect(large.status).toBe(413);
    const shapeless = await knock('/agent/print', own(), '{"key":"ok-key-123","visitId":"<b>張</b>"');
    expect(shapeless.status).toBe(400);
    expect(shapeless.text).not.toContain('張');
    expect(JSON.parse(shapeless.text)).toMatchObject({ ok: false, reason: 'bad-request' });
    const wrong = await knock('/agent/visit/end', own(), JSON.stringify({ visitId: 'v', why: 'because' }));
    expect(JSON.parse(wrong.text)).toMatchObject({
      ok: false,
      reason: 'bad-request',
      message: 'Not as expected: why.',
    });
  });

  it('forbids frames, sniffing and referrers on every answer', async () => {
    for (const path of ['/terminal', '/agent/health', '/nowhere']) {
      const { headers } = await knock(path, navigation);
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('tells how it is, and nothing personal', async () => {
    const page = await openPage(terminal.gateway.address);
    terminal.reader.layDown(ZHANG);
    await page.next('visit.opened');
    const { text } = await knock('/agent/health');
    expect(JSON.parse(text)).toMatchObject({
      ok: true,
      terminalId: 'K01',
      hub: { state: 'here' },
      reader: { state: 'ready', fault: null },
      printer: { state: 'not-configured' },
    });
    expect(text).not.toMatch(/张|3306|secret|credential-/);
    page.leave();
  });

  it('carries a Chinese font for machines that have none', async () => {
    const font = await knock('/agent/font.ttf');
    expect(font.headers['content-type']).toBe('font/ttf');
    expect(Number(font.headers['content-length'])).toBeGreaterThan(1_000_000);
  });
});

describe('the credential of a terminal', () => {
  let hub: StandInHub;
  let dataFolder: string;

  beforeEach(async () => {
    hub = await standInHub();
    dataFolder = mkdtempSync(join(tmpdir(), 'lobby-terminal-'));
  });
  afterEach(async () => {
    rmSync(dataFolder, { recursive: true, force: true });
    await hub.stop();
  });

  const file = () => join(dataFolder, 'credential');

  it('comes for a one-time code and stays in a file that only the agent may read', async () => {
    const first = await startTerminal({ hub, dataFolder });
    await until(() => hub.heardAt('POST /api/terminal/state').length > 0);
    expect(hub.heardAt('POST /api/enrolment')[0]?.body).toEqual({
      code: 'CODE-OF-K01',
      kind: 'terminal',
      deviceId: 'K01',
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    await first.close();

    const again = await startTerminal({ hub, dataFolder, enrolmentCode: 'none' });
    await until(() => hub.heardAt('POST /api/terminal/state').length > 1);
    expect(hub.heardAt('POST /api/enrolment')).toHaveLength(1);
    await again.close();
  });

  it('that the hub does not accept leaves an honest page and a sentence, and no visit', async () => {
    writeFileSync(file(), 'tampered\n');
    const terminal = await startTerminal({ hub, dataFolder, enrolmentCode: 'none' });
    const page = await openPage(terminal.gateway.address);
    await until(() => terminal.log.some((line) => line.includes('not-enrolled')));
    const shown = await fetch(`${terminal.gateway.address}/terminal`, { headers: { accept: 'text/html' } });
    expect(shown.status).toBe(503);
    expect(await shown.text()).toContain('未登记');
    terminal.reader.layDown(ZHANG);
    expect((await page.next('visit.refused')).reason).toBe('hospital-unavailable');
    expect(readFileSync(file(), 'utf8')).toBe('tampered\n');
    page.leave();
    await terminal.close();
  });

  it('is got by an installer who types the code at the terminal, and by nobody from elsewhere', async () => {
    const terminal = await startTerminal({ hub, dataFolder, enrolmentCode: 'none' });
    const { address } = terminal.gateway;
    const page = await openPage(address);
    const shown = await fetch(`${address}/terminal`, { headers: { accept: 'text/html' } });
    expect(await shown.text()).toContain('输入 K01 的启用码');
    const body = JSON.stringify({ code: '7KQM2XWA9DRT' });
    const foreign = { origin: 'http://evil.example', 'content-type': 'application/json' };
    expect((await fetch(`${address}/agent/enrolment`, { method: 'POST', headers: foreign, body })).status).toBe(403);
    hub.answer('POST /api/enrolment', { status: 409, body: { ok: false, reason: 'code-for-another' } });
    const refused = await page.post('/agent/enrolment', { code: '7KQM2XWA9DRT' });
    expect(refused).toEqual({ status: 409, body: { ok: false, reason: 'code-for-another' } });
    const accepted = { ok: true, kind: 'terminal', deviceId: 'K01', credential: CREDENTIAL };
    hub.answer('POST /api/enrolment', { body: accepted });
    expect((await page.post('/agent/enrolment', { code: '7KQM2XWA9DRT' })).body).toEqual({ ok: true });
    await page.next('hub.here');
    expect(readFileSync(file(), 'utf8')).toBe(`${CREDENTIAL}\n`);
    page.leave();
    await terminal.close();
  });

  it('that the hub does not accept is replaced when there is a new code', async () => {
    writeFileSync(file(), 'of-another-database\n');
    const terminal = await startTerminal({ hub, dataFolder });
    await until(() => terminal.log.some((line) => line.startsWith('hub {"state":"here"')));
    expect(readFileSync(file(), 'utf8')).toBe(`${CREDENTIAL}\n`);
    await terminal.close();
  });

  it('is not taken from a code of another device', async () => {
    const reply = { ok: true, kind: 'terminal', deviceId: 'K02', credential: 'of-K02' };
    hub.answer('POST /api/enrolment', { body: reply });
    const terminal = await startTerminal({ hub, dataFolder });
    await until(() => terminal.log.some((line) => line.includes('another device')));
    expect(() => statSync(file())).toThrow();
    await terminal.close();
  });
});
