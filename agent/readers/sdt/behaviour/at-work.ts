import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openByteStream } from '../../../transport/open.ts';
import { openPtyBridge } from '../../../transport/pty-bridge.ts';
import { TestTimers } from '../../../transport/test-timers.ts';
import type { ReaderEvent } from '../../card-reader.ts';
import { openSdtReader, type SdtReaderOptions } from '../open-sdt-reader.ts';
import { ReaderSimulator, type ReaderSimulatorOptions } from '../simulator/simulator.ts';

export interface AtWorkOptions {
  readonly over?: 'tcp' | 'pty';
  /** `manual`: deadlines pass only while something is waited for by `untilPatienceEnds`. */
  readonly deadlines?: 'real' | 'manual';
  readonly simulator?: ReaderSimulatorOptions;
  readonly reader?: Partial<Omit<SdtReaderOptions, 'stream' | 'timers'>>;
}

/** Path of a pty that leads to the simulator, gone when the test ends. */
export async function ptyTo(port: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lobby-reader-'));
  const bridge = await openPtyBridge({ path: join(folder, 'tty'), port });
  onTestFinished(async () => {
    await bridge.close();
    await rm(folder, { recursive: true });
  });
  return bridge.path;
}

/**
 * The real driver at work on a simulated reader. Pauses between polls take no time; a remembered place in the events
 * lets a test tell its story in order.
 */
export async function atWork({ over = 'tcp', deadlines = 'real', ...options }: AtWorkOptions = {}) {
  const simulator = await ReaderSimulator.start({ timers: new TestTimers(), ...options.simulator });
  onTestFinished(() => simulator.close());
  const address = over === 'tcp' ? simulator.address : `serial://${await ptyTo(simulator.port)}`;
  const timers = new TestTimers(deadlines);
  const rubbish: string[] = [];
  const reader = openSdtReader({
    stream: openByteStream(address, { timers }),
    timers,
    today: () => '2026-11-22',
    deadlines: { gap: 50, settle: 10 },
    report: (line) => rubbish.push(line),
    ...options.reader,
  });
  onTestFinished(() => reader.close());
  return { simulator, reader, rubbish, ...story(reader, timers, simulator) };
}

function story(reader: ReturnType<typeof openSdtReader>, timers: TestTimers, simulator: ReaderSimulator) {
  const events: ReaderEvent[] = [];
  let told = 0;
  let heard = () => {};
  reader.onEvent((event) => {
    events.push(event);
    heard();
  });
  /** The next event; those before it are past. */
  const next = async (): Promise<ReaderEvent> => {
    while (events.length <= told) await new Promise<void>((resolve) => (heard = resolve));
    const event = events[told++];
    if (event === undefined) throw new Error('no event');
    return event;
  };
  return {
    next,
    /** Nothing has happened that was not told. */
    nothingMore: () => events.slice(told),
    /** Lets deadlines pass, one after another, until the next event. */
    async untilPatienceEnds(): Promise<ReaderEvent> {
      for (let turns = 1; events.length <= told; turns++) {
        await new Promise((resolve) => setImmediate(resolve));
        // A reply that is on its way has its turn first; one that is not costs the driver a deadline.
        if (turns % 50 === 0) timers.expire();
      }
      return next();
    },
    /** The reader has been asked for a card so many times more. */
    async polled(times: number): Promise<void> {
      const before = simulator.polls;
      while (simulator.polls < before + times) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
