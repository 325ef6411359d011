import { slip as slipSchema, type PrinterStatus, type PrintOutcome, type Slip } from '@lobby/hub/contract';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openEscposPrinter } from '../printers/escpos/escpos-printer.ts';
import { notConnected, problemOf } from '../printers/escpos/status.ts';
import type { ByteStream } from '../transport/byte-stream.ts';
import { readAddress } from '../transport/address.ts';
import { openByteStream } from '../transport/open.ts';
import { UsageError } from './usage-error.ts';

const usage =
  'print --printer tcp://HOST:PORT|serial:///dev/tty… --slip FILE.json [--columns 48|32] [--baud N] [--json]';
const largestFile = 262_144;
/** Milliseconds: to reach the printer, and for everything. */
const times = { connect: 3500, all: 17_500 };

interface Order {
  readonly printer: string;
  readonly columns: 48 | 32;
  readonly baud: number;
  readonly json: boolean;
  readonly slip: Slip;
}

interface Report {
  readonly outcome: PrintOutcome;
  readonly status: PrinterStatus;
}

/**
 * `npm run agent -- print …`: one slip on one printer. Exit codes: 0 printed, 1 not printed or unknown, 2 the order
 * itself is wrong. Ends within 20 s, whatever the printer does.
 */
export async function printSlipCommand(args: string[]): Promise<number> {
  try {
    const order = await readOrder(args);
    const report = await printOrder(order);
    console.log(order.json ? JSON.stringify(report) : sentenceFor(report));
    return report.outcome === 'printed' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}

async function printOrder({ printer: address, columns, baud, slip }: Order): Promise<Report> {
  const startedAt = performance.now();
  const stream = openByteStream(address, { baud });
  const printer = openEscposPrinter({ stream, columns, timing: { watch: 0 } });
  try {
    if (!(await opened(stream))) return { outcome: 'refused', status: notConnected };
    const { outcome, status } = await printer.print(slip, { timeoutMs: times.all - (performance.now() - startedAt) });
    return { outcome, status };
  } finally {
    await printer.close();
  }
}

/** True as soon as the line is open, false when it is not in time. */
function opened(stream: ByteStream): Promise<boolean> {
  if (stream.state.open) return Promise.resolve(true);
  return new Promise((resolve) => {
    const settle = (open: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(open);
    };
    const timer = setTimeout(() => settle(false), times.connect);
    const stop = stream.onState((state) => {
      if (state.open) settle(true);
    });
  });
}

async function readOrder(args: string[]): Promise<Order> {
  const { printer, slip, columns, baud, json } = readArguments(args);
  if (printer === undefined) throw new UsageError(`Name a printer: ${usage}`);
  const address = readAddress(printer);
  if (!address.ok) throw new UsageError(`${address.why}.`);
  if (slip === undefined) throw new UsageError(`Name a file with the slip: ${usage}`);
  if (columns !== '48' && columns !== '32') throw new UsageError('--columns is 48 for 80 mm paper or 32 for 58 mm.');
  if (!/^\d{3,7}$/.test(baud)) throw new UsageError('--baud is a line speed such as 115200.');
  return { printer, columns: columns === '48' ? 48 : 32, baud: Number(baud), json, slip: await readSlip(slip) };
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        printer: { type: 'string' },
        slip: { type: 'string' },
        columns: { type: 'string', default: '48' },
        baud: { type: 'string', default: '115200' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message.split('. ')[0] : 'Wrong arguments'}. Usage: ${usage}`,
    );
  }
}

async function readSlip(file: string): Promise<Slip> {
  const text = new TextDecoder('utf-8', { fatal: true });
  const json = parseJson(decode(text, await readBytes(file), file), file);
  const parsed = slipSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? 'the slip' : issue.path.join('.');
  throw new UsageError(`${file} is not a slip: ${place}: ${issue?.message ?? 'wrong'}.`);
}

/** At most what a slip can need: a file without an end is not read to its end. */
async function readBytes(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file, 'r');
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(largestFile + 1));
    if (bytesRead > largestFile) throw new UsageError(`${file} is too large for a slip (more than 256 kB).`);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`${file} cannot be read (${code}).`);
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, file: string): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UsageError(`${file} is not UTF-8 text.`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}

function sentenceFor({ outcome, status }: Report): string {
  const problem = problemOf(status);
  if (outcome === 'printed') return `Printed. Paper: ${status.paper}.`;
  const why = problem === 'fault' ? `fault: ${status.fault}` : (problem ?? 'the printer never said so');
  return outcome === 'unknown' ? `Sent, but not confirmed (${why}).` : `Not printed: ${why}.`;
}
