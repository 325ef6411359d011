import { siteSchema, type TerminalConfig } from '@lobby/config';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../../readers/sdt/frame.ts';
import type { AskLine } from './ask-line.ts';
import { examine } from './examine.ts';
import { sentenceOf } from './sentences.ts';

const nothingFound = { lines: [], udevMissing: false, consoles: [] };
const readerSays = (code: number): Uint8Array => frameOf(Uint8Array.of(0, 0, code));

/** Lines by their address: what answers at which speed to the first byte of a question, or why a line is shut. */
function linesWhere(lines: Record<string, string | { baud: number; asked: number; says: Uint8Array }>): AskLine {
  return ({ address, baud, bytes }) => {
    const line = lines[address] ?? 'no such device';
    if (typeof line === 'string') return Promise.resolve({ ok: false, why: line });
    const heard = line.baud === baud && bytes[0] === line.asked;
    return Promise.resolve({ ok: true, bytes: heard ? line.says : new Uint8Array() });
  };
}

function terminalWith(devices: object): TerminalConfig | undefined {
  const words = { zh: '机', en: 'Machine' };
  return siteSchema.shape.terminals.parse([{ id: 'K01', name: words, level: 1, panel: 'portrait-21', ...devices }])[0];
}

const statusOf = (fault: string) => ({ address: null, state: 'away', fault, paper: null }) as const;

describe('the doctor', () => {
  it('finds a reader at whatever speed it has, a printer, and what says nothing by itself', async () => {
    const lines = ['/dev/ttyUSB0', '/dev/ttyUSB1', '/dev/ttyACM0'].map((path) => ({ path, maker: null }));
    const findings = await examine({
      terminal: undefined,
      told: undefined,
      probes: [],
      named: {},
      found: { ...nothingFound, lines },
      ask: linesWhere({
        'serial:///dev/ttyUSB0': { baud: 38_400, asked: 0xaa, says: readerSays(0x90) },
        'serial:///dev/ttyUSB1': { baud: 9600, asked: 0x10, says: Uint8Array.of(0x12) },
        'serial:///dev/ttyACM0': { baud: 1, asked: 0, says: new Uint8Array() },
      }),
    });
    expect(findings).toMatchObject([
      { device: 'reader', baud: 38_400, state: 'well', configured: false },
      { device: 'printer', baud: 9600, state: 'well' },
      { device: 'line', state: 'note', complaint: 'says-nothing-by-itself' },
    ]);
  });

  it('says that a reader answers at another speed than the settings have', async () => {
    const address = 'serial:///dev/ttyUSB0';
    const [reader] = await examine({
      terminal: terminalWith({ reader: { kind: 'sdt', address } }),
      told: undefined,
      probes: [],
      named: {},
      found: nothingFound,
      ask: linesWhere({ [address]: { baud: 9600, asked: 0xaa, says: readerSays(0x90) } }),
    });
    expect(reader).toMatchObject({ state: 'wrong', complaint: 'reader-at-other-speed', baud: 9600 });
    expect(reader && sentenceOf(reader)).toContain('9600 bits a second: the reader answers at another speed');
  });

  it('takes an echo for neither reader nor printer', async () => {
    const echo: AskLine = ({ bytes }) => Promise.resolve({ ok: true, bytes });
    const found = { ...nothingFound, lines: [{ path: '/dev/ttyUSB0', maker: null }] };
    const findings = await examine({ terminal: undefined, told: undefined, probes: [], named: {}, found, ask: echo });
    expect(findings).toMatchObject([{ device: 'line', complaint: 'says-nothing-by-itself' }]);
  });

  it('says of a security module that it is out of order', async () => {
    const ask = linesWhere({ 'tcp://reader:4001': { baud: 115_200, asked: 0xaa, says: readerSays(0x60) } });
    const probes = ['tcp://reader:4001'];
    const findings = await examine({
      terminal: undefined,
      told: undefined,
      probes,
      named: {},
      found: nothingFound,
      ask,
    });
    expect(findings).toMatchObject([{ device: 'reader', state: 'wrong', complaint: 'security-module' }]);
  });

  it.each([
    ['no permission to open the device', 'usermod -aG dialout'],
    ['another program holds the device', 'Stop that program'],
    ['connection refused', 'port number'],
    ['no host of that name', 'IP address'],
  ])('says what to do about a line with %s', async (why, advice) => {
    const probes = ['serial:///dev/ttyUSB0'];
    const ask = linesWhere({ 'serial:///dev/ttyUSB0': why });
    const [finding] = await examine({
      terminal: undefined,
      told: undefined,
      probes,
      named: {},
      found: nothingFound,
      ask,
    });
    expect(finding?.state).toBe('wrong');
    expect(finding && sentenceOf(finding)).toContain(advice);
  });

  it('believes the running agent about what the agent holds', async () => {
    const held = linesWhere({ 'serial:///dev/ttyUSB0': 'another program holds the device' });
    const findings = await examine({
      terminal: terminalWith({ printer: { kind: 'escpos', address: 'tcp://printer:9100' } }),
      told: [
        { device: 'printer', ...statusOf('silent') },
        { device: 'reader', ...statusOf('x'), state: 'not-configured', fault: null },
      ],
      probes: [],
      named: {},
      found: { ...nothingFound, lines: [{ path: '/dev/ttyUSB0', maker: null }] },
      ask: held,
    });
    expect(findings).toMatchObject([
      { device: 'printer', address: 'tcp://printer:9100', state: 'wrong', complaint: 'printer-silent' },
      { device: 'reader', state: 'not-configured' },
    ]);
  });

  it('is told what a line is that says nothing by itself, and tries no more than to open it', async () => {
    const ask: AskLine = ({ address, bytes }) =>
      Promise.resolve(
        address.endsWith('0') && bytes.length === 0
          ? { ok: true, bytes: new Uint8Array() }
          : { ok: false, why: 'no such device' },
      );
    const named = { scanner: 'serial:///dev/ttyACM0', stripe: 'serial:///dev/ttyACM1' };
    const found = { ...nothingFound, lines: [{ path: '/dev/ttyACM0', maker: null }] };
    expect(await examine({ terminal: undefined, told: undefined, probes: [], named, found, ask })).toMatchObject([
      { device: 'scanner', state: 'well' },
      { device: 'stripe', state: 'wrong', complaint: 'no-such-device' },
    ]);
  });

  it('leaves a console of the machine alone, and notes that udevadm is missing', async () => {
    const found = { lines: [{ path: '/dev/ttyS0', maker: null }], udevMissing: true, consoles: ['/dev/ttyS0'] };
    const ask: AskLine = () => Promise.reject(new Error('it was asked'));
    const findings = await examine({ terminal: undefined, told: undefined, probes: [], named: {}, found, ask });
    expect(findings.map(({ complaint }) => complaint)).toEqual(['console', 'no-udev']);
  });
});
