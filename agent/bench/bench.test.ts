import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEscposPrinter } from '../printers/escpos/escpos-printer.ts';
import type { CardReader, ReaderEvent } from '../readers/card-reader.ts';
import { openSdtReader } from '../readers/sdt/open-sdt-reader.ts';
import { openSerialScanner } from '../scanners/serial/open-serial-scanner.ts';
import { openByteStream } from '../transport/open.ts';
import { startBench, type Bench } from './bench.ts';

const site = 'config/sites/demo';

describe('the device bench', () => {
  let bench: Bench;

  beforeEach(async () => {
    bench = await startBench({ port: 0, readerPort: 0, printerPort: 0, site });
  });
  afterEach(() => bench.close());

  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const json = { 'content-type': 'application/json', ...headers };
    const reply = await fetch(`${bench.bench}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
    return { status: reply.status, body: await reply.json() };
  };

  function nextEvent(reader: CardReader, type: ReaderEvent['type']): Promise<ReaderEvent> {
    return new Promise((resolve) => {
      const stop = reader.onEvent((event) => {
        if (event.type !== type) return;
        stop();
        resolve(event);
      });
    });
  }

  it('lays a card of the demo site on a reader that speaks the true protocol, and takes it away again', async () => {
    const reader = openSdtReader({ stream: openByteStream(bench.reader) });
    const read = nextEvent(reader, 'card.read');
    await post('/bench/reader', { action: 'lay-down', card: 'zhou-nan' });
    expect(await read).toMatchObject({ card: { name: '周䶮𠅤', idNumber: '320505197911111357' } });
    const removed = nextEvent(reader, 'card.removed');
    const { body } = await post('/bench/reader', { action: 'lift' });
    expect(body).toMatchObject({ ok: true, reader: { card: null } });
    await removed;
    await reader.close();
  });

  it('draws what comes out of the printer', async () => {
    const printer = openEscposPrinter({ stream: openByteStream(bench.printer), columns: 48 });
    const slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '周*𠅤' }] };
    await vi.waitUntil(() => printer.status.online, { timeout: 4_000 });
    expect((await printer.print(slip)).outcome).toBe('printed');
    const picture = await fetch(`${bench.bench}/bench/slips/1.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const text = await (await fetch(`${bench.bench}/bench/slips/1.json`)).json();
    expect(text.lines.join('\n')).toContain('A012');
    expect((await fetch(`${bench.bench}/bench/slips/2.png`)).status).toBe(404);
    await printer.close();
  });

  it('has a printer whose paper one can pull and whose cover one can open', async () => {
    expect((await post('/bench/printer', { action: 'pull-paper' })).body).toMatchObject({ printer: { paper: 'out' } });
    expect((await post('/bench/printer', { action: 'insert-paper' })).body).toMatchObject({ printer: { paper: 'ok' } });
    expect((await post('/bench/printer', { action: 'near-end' })).body).toMatchObject({
      printer: { paper: 'near-end' },
    });
    expect((await post('/bench/printer', { action: 'open-cover' })).body).toMatchObject({
      printer: { coverOpen: true },
    });
    expect((await post('/bench/printer', { action: 'cut-cable' })).body).toMatchObject({ printer: { plugged: false } });
    expect((await post('/bench/printer', { action: 'plug-cable' })).body).toMatchObject({ printer: { plugged: true } });
  });

  it('holds phones, cards and passports before devices that say their true bytes', async () => {
    const said: string[] = [];
    const listen = (address: string, severalLines: boolean) => {
      const device = openSerialScanner({ stream: openByteStream(address), severalLines });
      device.onEvent((event) => {
        if (event.type === 'code.scanned') said.push(event.text);
        if (event.type === 'code.trouble') said.push(event.problem);
      });
      return device;
    };
    const devices = [listen(bench.scanner, false), listen(bench.stripe, false), listen(bench.documents, true)];
    await vi.waitUntil(() => devices.every((device) => device.state.ready), { timeout: 4_000 });
    await post('/bench/scanner', { action: 'show', thing: 'wang-insurance-code' });
    await post('/bench/stripe', { action: 'show', thing: 'ouyang-hospital-card' });
    await post('/bench/documents', { action: 'show', thing: 'tanaka-yuki' });
    await vi.waitUntil(() => said.length === 3, { timeout: 4_000 });
    await post('/bench/scanner', { action: 'show', thing: 'rubbish' });
    await vi.waitUntil(() => said.length === 4, { timeout: 4_000 });
    expect(said.toSorted()).toEqual([
      '%B8000000126^HOSPITAL CARD?;8000000126=2912?',
      '2833060468090204800000000017',
      expect.stringContaining('P<JPNTANAKA<<YUKI'),
      'code-too-long',
    ]);
    expect((await post('/bench/scanner', { action: 'show', thing: 'nothing' })).status).toBe(404);
    expect((await post('/bench/scanner', { action: 'cut-cable' })).body).toMatchObject({ scanner: { plugged: false } });
    expect((await post('/bench/scanner', { action: 'plug-cable' })).body).toMatchObject({ scanner: { plugged: true } });
    await Promise.all(devices.map((device) => device.close()));
  });

  it('refuses what it does not have, and pages of other origins', async () => {
    expect(await post('/bench/reader', { action: 'lay-down', card: 'nobody' })).toMatchObject({
      status: 404,
      body: { ok: false, reason: 'no-such-card' },
    });
    expect((await post('/bench/printer', { action: 'explode' })).status).toBe(400);
    const foreign = { origin: 'http://attacker.example' };
    expect((await post('/bench/reader', { action: 'lift' }, foreign)).status).toBe(403);
    expect((await fetch(`${bench.bench}/bench/page/../main.ts`)).status).toBe(404);
  });

  it('serves its page with everything that it needs', async () => {
    const page = await (await fetch(bench.bench)).text();
    for (const [, path] of page.matchAll(/(?:src|href)="(\/bench\/[^"]+)"/g))
      expect((await fetch(`${bench.bench}${path}`)).status).toBe(200);
    const { cards, terminal } = await (await fetch(`${bench.bench}/bench/cards`)).json();
    expect(cards.length).toBeGreaterThan(10);
    expect(terminal).toMatch(/\/terminal$/);
  });
});
