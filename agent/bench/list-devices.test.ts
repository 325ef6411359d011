import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startBench, type Bench } from './bench.ts';
import { devicesCommand } from './list-devices.ts';

/** Nothing listens there. */
const noAgent = ['--agent-port', '1'];

describe('npm run agent -- devices', () => {
  let bench: Bench;
  let site: string;
  let said: string[];

  beforeEach(async () => {
    bench = await startBench({ port: 0, readerPort: 0, printerPort: 0, site: 'config/sites/demo' });
    site = mkdtempSync(join(tmpdir(), 'lobby-site-'));
    cpSync('config/sites/demo', site, { recursive: true });
    configure(
      `reader: { kind: sdt, address: '${bench.reader}' }, printer: { kind: escpos, address: '${bench.printer}' }`,
    );
    said = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await bench.close();
    rmSync(site, { recursive: true, force: true });
  });

  function configure(devices: string): void {
    const terminal = `{ id: K01, name: { zh: 一号机, en: Terminal 1 }, level: 1, panel: portrait-21, ${devices} }`;
    writeFileSync(join(site, 'terminals.yaml'), `terminals:\n  - ${terminal}\n`);
  }

  it('says of each device in a sentence that it is ready', async () => {
    expect(await devicesCommand(['--site', site, ...noAgent])).toBe(0);
    expect(said.join('\n')).toContain(`ID card reader at ${bench.reader}: ready`);
    expect(said.join('\n')).toContain(`Slip printer at ${bench.printer}: ready`);
  });

  it('says which one needs a hand, and ends with 1', async () => {
    const act = { method: 'POST', body: JSON.stringify({ action: 'open-cover' }) };
    await fetch(`${bench.bench}/bench/printer`, act);
    expect(await devicesCommand(['--site', site, '--json', ...noAgent])).toBe(1);
    expect(JSON.parse(said.join(''))).toMatchObject({
      terminal: 'K01',
      devices: [
        { device: 'reader', state: 'ready' },
        { device: 'printer', state: 'fault', fault: 'cover-open' },
      ],
    });
  });

  it('names the terminals of a site that has not the one asked for', async () => {
    await expect(devicesCommand(['--site', site, '--terminal', 'K99'])).rejects.toThrow(
      /has no terminal K99; it has K01/,
    );
  });
});
