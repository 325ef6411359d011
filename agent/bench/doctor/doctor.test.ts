import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkSite, loadSite } from '@lobby/config';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPtyBridge, type PtyBridge } from '../../transport/pty-bridge.ts';
import { startBench, type Bench } from '../bench.ts';
import { doctorCommand } from './doctor.ts';

vi.setConfig({ testTimeout: 40_000 });

describe('an installer asks the doctor', () => {
  let bench: Bench;
  let folder: string;
  let site: string;
  let said: string[];

  beforeEach(async () => {
    bench = await startBench({ port: 0, readerPort: 0, printerPort: 0, site: 'config/sites/demo' });
    folder = mkdtempSync(join(tmpdir(), 'lobby-doctor-'));
    site = join(folder, 'site');
    cpSync('config/sites/demo', site, { recursive: true });
    said = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await bench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const configure = (devices: Record<string, string>): void => {
    const lines = Object.entries(devices).map(([device, settings]) => `    ${device}: ${settings}`);
    const terminal = ['  - id: K01', '    name: { zh: 一号机, en: Terminal 1 } # by the door', '    level: 1'];
    writeFileSync(
      join(site, 'terminals.yaml'),
      ['terminals:', ...terminal, '    panel: portrait-21', ...lines, ''].join('\n'),
    );
  };
  const pull = (device: string, action: string): Promise<Response> =>
    fetch(`${bench.bench}/bench/${device}`, { method: 'POST', body: JSON.stringify({ action }) });
  /** No agent listens on port 1, and the lines of this machine are nobody's business in a test. */
  const doctor = (...args: string[]): Promise<number> =>
    doctorCommand(['--site', site, '--agent-port', '1', ...args], async () => ({
      lines: [],
      udevMissing: false,
      consoles: [],
    }));
  const findings = (): Record<string, unknown>[] => JSON.parse(said.join('')).findings;

  it('and hears that all is well', async () => {
    configure({
      reader: `{ kind: sdt, address: '${bench.reader}' }`,
      scanner: `{ kind: serial, address: '${bench.scanner}' }`,
      stripe: `{ kind: serial, address: '${bench.stripe}' }`,
      documents: `{ kind: mrz, address: '${bench.documents}' }`,
      printer: `{ kind: escpos, address: '${bench.printer}' }`,
    });
    expect(await doctor()).toBe(0);
    const text = said.join('\n');
    for (const name of ['Card reader', 'Code scanner', 'Stripe reader', 'Passport reader', 'Slip printer'])
      expect(text).toMatch(new RegExp(`ok +${name} at tcp://[\\d.:]+: works`));
    expect(text).toContain('All is well.');
  });

  it('and does not hear that all is well where nothing was found', async () => {
    configure({});
    await doctor('--terminal', 'K99');
    expect(said.join('\n')).toContain('No device was found.');
    expect(said.join('\n')).not.toContain('All is well.');
  });

  it('and hears in sentences what is wrong and what to do', async () => {
    configure({
      reader: `{ kind: sdt, address: '${bench.reader}' }`,
      scanner: `{ kind: serial, address: 'tcp://127.0.0.1:1' }`,
      printer: `{ kind: escpos, address: '${bench.printer}' }`,
      decoders: `[{ command: [/nowhere/decoder] }]`,
    });
    await pull('reader', 'fall-silent');
    await pull('printer', 'open-cover');
    expect(await doctor('--json')).toBe(1);
    expect(findings().filter(({ state }) => state === 'wrong')).toMatchObject([
      { device: 'reader', complaint: 'reader-silent', toDo: expect.stringContaining('GA 450') },
      { device: 'scanner', complaint: 'refused', toDo: expect.stringContaining('port number') },
      { device: 'decoder', detail: 'no such program' },
      { device: 'printer', complaint: 'cover-open', toDo: expect.stringContaining('clicks') },
    ]);
  });

  it('and hears of a printer that prints and says nothing', async () => {
    configure({ printer: `{ kind: escpos, address: '${bench.printer}' }` });
    await pull('printer', 'fall-silent');
    expect(await doctor('--json')).toBe(1);
    expect(findings()).toContainEqual(expect.objectContaining({ device: 'printer', complaint: 'printer-silent' }));
  });

  describe('to write the settings', () => {
    let bridge: PtyBridge;
    let line: string;
    beforeEach(async () => {
      line = join(folder, 'ttyReader');
      bridge = await openPtyBridge({ path: line, port: Number(new URL(bench.reader).port) });
    });
    afterEach(() => bridge.close());

    it('of what it found on a serial line and in the network; the check accepts them, and the rest stays', async () => {
      configure({
        reader: `{ kind: sdt, address: 'serial:///dev/ttyNone' }`,
        scanner: `{ kind: serial, address: '${bench.scanner}', prefix: ']Q1' }`,
      });
      const file = join(site, 'terminals.yaml');
      const probes = ['--probe', `serial://${line}`, '--probe', bench.printer, '--stripe', bench.stripe];
      expect(await doctor(...probes, '--write', file)).toBe(1);
      expect(checkSite(site)).toMatchObject({ ok: true });
      expect(readFileSync(file, 'utf8')).toContain('# by the door');
      const [terminal] = loadSite(site).terminals;
      expect(terminal?.reader).toMatchObject({ kind: 'sdt', address: `serial://${line}`, baud: 115_200 });
      expect(terminal?.printer).toMatchObject({ kind: 'escpos', address: bench.printer });
      expect(terminal?.stripe).toMatchObject({ kind: 'serial', address: bench.stripe });
      expect(terminal?.scanner).toMatchObject({ prefix: ']Q1' });
      said = [];
      expect(await doctor()).toBe(0);
    });

    it('of a terminal that the site does not have yet', async () => {
      const file = join(site, 'terminals.yaml');
      await doctor('--terminal', 'K07', '--probe', bench.printer, '--write', file);
      expect(said.join('\n')).toContain('Terminal K07, which the site does not have yet');
      expect(
        loadSite(site)
          .terminals.map(({ id, printer }) => [id, printer?.address])
          .at(-1),
      ).toEqual(['K07', bench.printer]);
    });
  });

  it.each([
    ['an address that is none', ['--probe', 'lpt1']],
    ['a site that is not there', ['--site', '/nowhere']],
    ['a file that cannot be written', ['--write', '/nowhere/terminals.yaml']],
    ['an option that nobody knows', ['--fix']],
  ])('and is told by a sentence when it names %s', async (_what, args) => {
    configure({});
    await expect(doctor(...args)).rejects.toThrow(/\S/);
  });
});
