import type { Slip } from '@lobby/hub/contract';
import { afterEach, expect, test, vi } from 'vitest';
import type { ByteStream } from '../../transport/byte-stream.ts';
import { openByteStream } from '../../transport/open.ts';
import type { SlipPrinter } from '../slip-printer.ts';
import { openEscposPrinter } from './escpos-printer.ts';
import { EscposSimulator, type SimulatorOptions } from './simulator/index.ts';
import type { EscposTiming } from './timing.ts';

const slip: Slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '张*明' }] };
const quick: Partial<EscposTiming> = { answer: 250, late: 30, look: 20, lastLook: 300, watch: 0 };
vi.setConfig({ testTimeout: 30_000 });
const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Bench {
  readonly simulator: EscposSimulator;
  readonly stream: ByteStream;
  readonly printer: SlipPrinter;
}

async function printerOnTcp(options: SimulatorOptions = {}, timing: Partial<EscposTiming> = quick): Promise<Bench> {
  const simulator = new EscposSimulator(options);
  const port = await simulator.listen();
  const stream = openByteStream(`tcp://127.0.0.1:${port}`, { backOff: { first: 10, most: 20, goodAfter: 0 } });
  const printer = openEscposPrinter({ stream, columns: options.columns ?? 48, timing });
  endings.push(() => simulator.close());
  endings.push(() => printer.close());
  await until(stream.state.open, (done) => stream.onState((state) => state.open && done()));
  return { simulator, stream, printer };
}

function until(already: boolean, listen: (done: () => void) => () => void): Promise<void> {
  if (already) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = listen(() => {
      stop();
      resolve();
    });
  });
}

const documents = ({ simulator }: Bench) => simulator.commands.filter(({ kind }) => kind === 'initialise').length;

test('a slip is printed when the printer has confirmed it', async () => {
  const bench = await printerOnTcp();
  expect(await bench.printer.print(slip)).toEqual({
    outcome: 'printed',
    status: { online: true, paper: 'ok', cover: 'closed', fault: null },
    problem: null,
  });
  expect(bench.simulator.slips.map(({ text }) => text)).toEqual([expect.stringContaining('张*明')]);
  expect(bench.simulator.complaints).toEqual([]);
});

test('near the end of its paper a printer prints and says so', async () => {
  const { printer } = await printerOnTcp({ paperLeftMm: 2000 });
  expect(await printer.print(slip)).toMatchObject({ outcome: 'printed', status: { paper: 'near-end' }, problem: null });
});

test.each([
  ['paper-out', (simulator: EscposSimulator) => simulator.pullPaper(), { paper: 'out' }],
  ['cover-open', (simulator: EscposSimulator) => simulator.openCover(), { cover: 'open' }],
  ['offline', (simulator: EscposSimulator) => simulator.switchOffline(), { online: false }],
  ['fault', (simulator: EscposSimulator) => simulator.jamCutter(), { fault: 'cutter' }],
  ['cover-open', (simulator: EscposSimulator) => simulator.setFaults({ wrongBits: 0x04 }), { cover: 'open' }],
  ['silent', (simulator: EscposSimulator) => simulator.setFaults({ dead: true }), { fault: 'silent', online: false }],
] as const)('a printer with %s is sent nothing', async (problem, spoil, status) => {
  const bench = await printerOnTcp();
  spoil(bench.simulator);
  let sending = 0;
  const result = await bench.printer.print(slip, { onSending: () => void (sending += 1) });
  expect(result.outcome).toBe('refused');
  expect(result.status).toMatchObject(status);
  expect(result.problem).toBe(problem);
  expect(sending).toBe(0);
  expect(documents(bench)).toBe(0);
});

test('a clone that turns status bits over is not taken for healthy', async () => {
  const { printer, simulator } = await printerOnTcp();
  simulator.setFaults({ wrongBits: 0x80 });
  expect(await printer.ask()).toMatchObject({ online: false, fault: 'status-not-understood' });
});

test('a printer that never confirms leaves the outcome unknown, however healthy it looks', async () => {
  const { printer, simulator } = await printerOnTcp();
  simulator.setFaults({ noConfirmation: true });
  const result = await printer.print(slip, { timeoutMs: 900 });
  expect(result).toMatchObject({ outcome: 'unknown', status: { online: true, fault: null } });
  expect(simulator.slips).toHaveLength(1);
});

test('a printer that hangs up in the middle leaves the outcome unknown', async () => {
  const { printer, simulator } = await printerOnTcp();
  const sending = () => simulator.setFaults({ hangUpAfter: 60 });
  const result = await printer.print(slip, { onSending: sending });
  expect(result).toMatchObject({ outcome: 'unknown', problem: 'offline', status: { online: false } });
});

test('what a lost line left half printed is cut off before the next slip', async () => {
  const { printer, simulator, stream } = await printerOnTcp();
  const torn = { ...slip, note: '很长的说明。'.repeat(40) };
  await printer.print(torn, { onSending: () => simulator.setFaults({ hangUpAfter: 400 }) });
  await until(stream.state.open, (done) => stream.onState((state) => state.open && done()));
  expect((await printer.print({ ...slip, big: 'A013' })).outcome).toBe('printed');
  expect(simulator.slips).toHaveLength(2);
  expect(simulator.slips[1]?.text).not.toContain('A012');
});

test('a printer that falls silent after the first byte leaves the outcome unknown', async () => {
  const { printer, simulator } = await printerOnTcp();
  const result = await printer.print(slip, { timeoutMs: 900, onSending: () => simulator.setFaults({ mute: true }) });
  expect(result).toMatchObject({ outcome: 'unknown', problem: 'silent', status: { fault: 'silent' } });
});

test('paper that runs out in the middle is told at once, as unknown', async () => {
  const { printer, simulator } = await printerOnTcp();
  const result = await printer.print(slip, { onSending: () => simulator.setPaperLeftMm(5) });
  expect(result).toMatchObject({ outcome: 'unknown', problem: 'paper-out', status: { paper: 'out' } });
});

test('the late answer to one slip does not confirm the next one', async () => {
  const { printer, simulator } = await printerOnTcp({ mmPerSecond: 50 });
  expect((await printer.print(slip, { timeoutMs: 800 })).outcome).toBe('unknown');
  expect((await printer.print({ ...slip, big: 'A013' })).outcome).toBe('printed');
  expect(simulator.slips.map(({ lines }) => lines[1])).toEqual(['A012', 'A013']);
});

test('a printer that confirms again after one lost answer prints the next slip', async () => {
  const { printer, simulator } = await printerOnTcp();
  simulator.setFaults({ noConfirmation: true });
  expect((await printer.print(slip, { timeoutMs: 700 })).outcome).toBe('unknown');
  simulator.clearFaults();
  expect((await printer.print(slip)).outcome).toBe('printed');
});

test('a chatty printer with automatic status is understood', async () => {
  const simulator = new EscposSimulator();
  simulator.setFaults({ chatty: true });
  const stream = openByteStream(`tcp://127.0.0.1:${await simulator.listen()}`);
  const printer = openEscposPrinter({ stream, columns: 48, timing: quick });
  endings.push(() => simulator.close());
  endings.push(() => printer.close());
  await until(stream.state.open, (done) => stream.onState((state) => state.open && done()));
  await printer.ask();
  const told = new Promise((resolve) => printer.onStatus(resolve));
  simulator.pullPaper();
  expect(await told).toMatchObject({ paper: 'out' });
  simulator.insertPaper();
  expect((await printer.print(slip)).outcome).toBe('printed');
});

test('an idle printer is watched: somebody opens its cover, and the status follows', async () => {
  const { printer, simulator } = await printerOnTcp({}, { ...quick, watch: 15 });
  await printer.ask();
  const told = new Promise((resolve) => printer.onStatus(resolve));
  simulator.openCover();
  expect(await told).toMatchObject({ cover: 'open' });
});

test('two slips at once come out one after the other, each once', async () => {
  const bench = await printerOnTcp({ mmPerSecond: 2000 });
  const results = await Promise.all(['A001', 'A002'].map((big) => bench.printer.print({ ...slip, big })));
  expect(results.map(({ outcome }) => outcome)).toEqual(['printed', 'printed']);
  expect(bench.simulator.slips.map(({ lines }) => lines[1])).toEqual(['A001', 'A002']);
});

test('a cut cable refuses, and the printer prints again when it is plugged in', async () => {
  const { printer, simulator, stream } = await printerOnTcp();
  const down = until(!stream.state.open, (done) => stream.onState((state) => !state.open && done()));
  await simulator.cutCable();
  await down;
  expect(await printer.print(slip)).toMatchObject({ outcome: 'refused', problem: 'offline' });
  const up = until(stream.state.open, (done) => stream.onState((state) => state.open && done()));
  await simulator.plugCable();
  await up;
  expect((await printer.print(slip)).outcome).toBe('printed');
});

test('nothing is sent when the job cannot be noted down first', async () => {
  const bench = await printerOnTcp();
  const full = () => {
    throw new Error('disk full');
  };
  await expect(bench.printer.print(slip, { onSending: full })).rejects.toThrow('disk full');
  expect(documents(bench)).toBe(0);
});
