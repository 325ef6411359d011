import type { Duplex } from 'node:stream';
import { realTimers, type Timers } from '../../../transport/timers.ts';
import { Cable } from './cable.ts';
import type { Command } from './command.ts';
import { CommandParser } from './command-parser.ts';
import { PrintHead, type Effect } from './print-head.ts';
import { PrintedSlip } from './printed-slip.ts';
import { noFaults, PrinterBody, type SimulatorFaults } from './printer-body.ts';

export interface SimulatorOptions {
  /** 48 (80 mm paper) or 32 (58 mm). */
  readonly columns?: number;
  /** Paper speed; the default prints without delay. */
  readonly mmPerSecond?: number;
  readonly paperLeftMm?: number;
  readonly nearEndMm?: number;
  readonly timers?: Timers;
}

/** How the simulated machine is, for a panel that shows it. */
export interface SimulatorState {
  readonly paper: 'ok' | 'near-end' | 'out';
  readonly paperLeftMm: number;
  readonly coverOpen: boolean;
  readonly cutterJammed: boolean;
  readonly offline: boolean;
  readonly plugged: boolean;
  readonly printing: boolean;
}

interface Order {
  readonly command: Command;
  readonly line: Line;
}

interface Line {
  readonly stream: Duplex;
  automatic: boolean;
}

const keptSlips = 50;
const newRollMm = 80_000;

/**
 * A thermal printer at the other end of a TCP port (or of any byte stream, by `attach`): it takes ESC/POS, answers
 * status questions, uses up paper and cuts slips that can be looked at. Complaints are what a real one would print wrongly.
 */
export class EscposSimulator {
  readonly #body: PrinterBody;
  readonly #head: PrintHead;
  readonly #cable = new Cable((stream) => this.#connect(stream));
  readonly #printDots: number;
  readonly #mmPerSecond: number;
  readonly #timers: Timers;
  readonly #slipListeners = new Set<(slip: PrintedSlip) => void>();
  readonly #changeListeners = new Set<() => void>();
  readonly #lines = new Set<Line>();
  readonly #complaints: string[] = [];
  readonly #commands: Command[] = [];
  #slips: PrintedSlip[] = [];
  #count = 0;
  #queue: Order[] = [];
  #working = false;
  #faults = noFaults;
  #closing = new AbortController();

  constructor(options: SimulatorOptions = {}) {
    const { columns = 48, mmPerSecond = Number.POSITIVE_INFINITY, timers = realTimers } = options;
    this.#body = new PrinterBody({
      paperLeftMm: options.paperLeftMm ?? newRollMm,
      nearEndMm: options.nearEndMm ?? 3000,
    });
    this.#printDots = columns * 12;
    this.#head = new PrintHead(this.#printDots);
    this.#mmPerSecond = mmPerSecond;
    this.#timers = timers;
  }

  /** Listens on 127.0.0.1:`port`, 0 for any; resolves with the port. */
  listen(port = 0): Promise<number> {
    return this.#cable.plug(port);
  }

  /** Serves any other byte stream, such as a serial port. */
  attach(stream: Duplex): void {
    this.#cable.attach(stream);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#cable.pull();
  }

  get port(): number {
    return this.#cable.port;
  }

  /** The last 50 slips, oldest first. */
  get slips(): readonly PrintedSlip[] {
    return this.#slips;
  }

  /** Every command since the start, real-time questions included. */
  get commands(): readonly Command[] {
    return this.#commands;
  }

  /** What a real printer would have printed wrongly or not understood, in words. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }

  get state(): SimulatorState {
    const { paper, paperLeftMm, coverOpen, cutterJammed, ready } = this.#body;
    return {
      paper,
      paperLeftMm,
      coverOpen,
      cutterJammed,
      offline: !ready,
      plugged: this.#cable.plugged,
      printing: this.#working,
    };
  }

  /** A picture of what hangs out of the printer, not cut off yet. */
  get unfinished(): PrintedSlip {
    const items = this.#head.items;
    const heightDots = Math.max(1, ...items.map((item) => item.y + 200));
    return new PrintedSlip({ number: 0, items, printDots: this.#printDots, heightDots });
  }

  onSlip(listener: (slip: PrintedSlip) => void): () => void {
    this.#slipListeners.add(listener);
    return () => this.#slipListeners.delete(listener);
  }

  /** Paper, cover, cutter, cable or work changed. */
  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  pullPaper(): void {
    this.setPaperLeftMm(0);
  }

  insertPaper(mm = newRollMm): void {
    this.setPaperLeftMm(mm);
  }

  setPaperLeftMm(mm: number): void {
    this.#change(() => (this.#body.paperLeftMm = mm));
  }

  openCover(): void {
    this.#change(() => (this.#body.coverOpen = true));
  }

  closeCover(): void {
    this.#change(() => (this.#body.coverOpen = false));
  }

  jamCutter(): void {
    this.#change(() => (this.#body.cutterJammed = true));
  }

  clearCutter(): void {
    this.#change(() => (this.#body.cutterJammed = false));
  }

  /** The button on the panel. */
  switchOffline(): void {
    this.#change(() => (this.#body.switchedOffline = true));
  }

  switchOnline(): void {
    this.#change(() => (this.#body.switchedOffline = false));
  }

  async cutCable(): Promise<void> {
    await this.#cable.pull();
    this.#change(() => undefined);
  }

  /** On the same port as before. */
  async plugCable(): Promise<void> {
    await this.#cable.plug();
    this.#change(() => undefined);
  }

  setFaults(faults: Partial<SimulatorFaults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  clearFaults(): void {
    this.#faults = noFaults;
  }

  #connect(stream: Duplex): void {
    const parser = new CommandParser();
    const line: Line = { stream, automatic: this.#faults.chatty };
    this.#lines.add(line);
    stream.on('close', () => this.#lines.delete(line));
    stream.on('data', (bytes: Buffer) => {
      for (const command of parser.push(this.#admit(bytes, stream))) this.#take({ command, line });
      void this.#work();
    });
  }

  /** The bytes that get into the machine before it hangs up. */
  #admit(bytes: Buffer, stream: Duplex): Buffer {
    const { hangUpAfter, dead } = this.#faults;
    if (dead) return Buffer.alloc(0);
    if (hangUpAfter === null) return bytes;
    if (bytes.length < hangUpAfter) this.setFaults({ hangUpAfter: hangUpAfter - bytes.length });
    else {
      this.setFaults({ hangUpAfter: null });
      stream.destroy();
    }
    return bytes.subarray(0, hangUpAfter);
  }

  /** Real-time questions overtake what is queued, also while the printer stands still. */
  #take(order: Order): void {
    this.#commands.push(order.command);
    if (order.command.kind !== 'ask-now') this.#queue.push(order);
    else if (order.command.n >= 1 && order.command.n <= 4)
      this.#answer(order.line, Uint8Array.of(this.#body.realTime(order.command.n) ^ this.#faults.wrongBits));
    else this.#complaints.push(`DLE EOT ${order.command.n}`);
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    while (this.#body.ready && !this.#closing.signal.aborted) {
      const order = this.#queue.shift();
      if (order === undefined) break;
      const before = this.#body.paper;
      const effect = this.#obey(order);
      if (effect.fedDots > 0 && Number.isFinite(this.#mmPerSecond))
        await this.#timers.pause((effect.fedDots / 8 / this.#mmPerSecond) * 1000, this.#closing.signal);
      this.#finish(effect);
      if (this.#body.paper !== before) this.#announce();
    }
    this.#working = false;
  }

  #obey({ command, line }: Order): Effect {
    if (command.kind === 'automatic-status') line.automatic = command.mask !== 0;
    if (command.kind === 'ask-queued' && !this.#faults.noConfirmation)
      this.#answer(line, Uint8Array.of(command.n === 1 ? this.#body.paperSensor() : 0));
    return this.#head.execute(command);
  }

  #finish({ fedDots, cut, complaints }: Effect): void {
    this.#complaints.push(...complaints);
    this.#body.takePaper(fedDots / 8);
    if (cut === null) return;
    this.#count += 1;
    const slip = new PrintedSlip({ number: this.#count, ...cut, printDots: this.#printDots });
    this.#slips = [...this.#slips, slip].slice(-keptSlips);
    for (const listener of [...this.#slipListeners]) listener(slip);
  }

  #change(act: () => void): void {
    act();
    this.#announce();
    void this.#work();
  }

  #announce(): void {
    for (const line of this.#lines) if (line.automatic) this.#answer(line, this.#body.automatic());
    for (const listener of [...this.#changeListeners]) listener();
  }

  #answer(line: Line, bytes: Uint8Array): void {
    if (!this.#faults.mute && line.stream.writable) line.stream.write(bytes);
  }
}
