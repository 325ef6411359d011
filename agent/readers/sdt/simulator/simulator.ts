import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { realTimers, type Timers } from '../../../transport/timers.ts';
import { frameOf } from '../frame.ts';
import { FrameParser } from '../parser.ts';
import { status } from '../status.ts';
import type { SimulatedCard } from './card-image.ts';
import { Chip, type ChipReply } from './chip.ts';
import { deliver, type ReaderFault } from './faults.ts';

export interface ReaderSimulatorOptions {
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  readonly findsSelectedCard?: boolean;
  /** Bytes of a photo; random ones by default, since the real coding is a secret and nobody looks. */
  readonly photo?: () => Uint8Array;
  readonly timers?: Timers;
}

/** What an installer sees of the simulator. */
export interface ReaderSimulatorState {
  readonly card: SimulatedCard | null;
  readonly fault: ReaderFault | null;
  readonly connections: number;
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();

/** A resident-ID reader that speaks the true protocol over TCP, and over a pty through the pty bridge. */
export class ReaderSimulator {
  readonly port: number;
  readonly #server: Server;
  readonly #timers: Timers;
  readonly #chip: Chip;
  readonly #sockets = new Map<Socket, Promise<void>>();
  readonly #listeners = new Set<(state: ReaderSimulatorState) => void>();
  readonly #asked: string[] = [];
  readonly #babbling = new Set<Socket>();
  #polls = 0;
  #fault: ReaderFault | null = null;
  #repliesLeft = Infinity;

  private constructor(server: Server, port: number, options: ReaderSimulatorOptions) {
    this.port = port;
    this.#server = server;
    this.#timers = options.timers ?? realTimers;
    this.#chip = new Chip({
      photo: options.photo ?? (() => randomBytes(1024)),
      findsSelectedCard: options.findsSelectedCard ?? false,
    });
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start(options: ReaderSimulatorOptions = {}): Promise<ReaderSimulator> {
    const server = createServer({ noDelay: true });
    server.listen(options.port ?? 0, '127.0.0.1');
    await once(server, 'listening');
    return new ReaderSimulator(server, (server.address() as AddressInfo).port, options);
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  get state(): ReaderSimulatorState {
    return { card: this.#chip.card, fault: this.#fault, connections: this.#sockets.size };
  }

  /** The last requests, oldest first, as command and parameter in hexadecimal, such as 3001. */
  get asked(): readonly string[] {
    return this.#asked;
  }

  /** How often a card was looked for. */
  get polls(): number {
    return this.#polls;
  }

  onChange(listener: (state: ReaderSimulatorState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  layDown(card: SimulatedCard, { selected = false }: { readonly selected?: boolean } = {}): void {
    this.#chip.layDown(card);
    if (selected) this.#chip.selectBeforehand();
    this.#changed();
  }

  lift(): void {
    this.#chip.lift();
    this.#changed();
  }

  /** Breaks something, for good or, where the line is at fault, for the next `replies` replies; null mends it. */
  async breakDown(
    fault: ReaderFault | null,
    { replies = Infinity }: { readonly replies?: number } = {},
  ): Promise<void> {
    const wasCut = this.#fault === 'cable-cut';
    this.#fault = fault;
    this.#repliesLeft = fault === 'read-error' || fault === 'module-fault' ? Infinity : replies;
    this.#chip.failsToRead = fault === 'read-error';
    this.#chip.broken = fault === 'module-fault';
    if (fault === 'cable-cut' && !wasCut) await this.#cut();
    if (fault !== 'cable-cut' && wasCut) await this.#mend();
    this.#changed();
  }

  async close(): Promise<void> {
    this.#fault = null;
    if (this.#server.listening) await this.#cut();
  }

  async #cut(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets.keys()) socket.destroy();
    await closed;
  }

  async #mend(): Promise<void> {
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  #serve(socket: Socket): void {
    const parser = new FrameParser();
    this.#sockets.set(socket, Promise.resolve());
    this.#changed();
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#changed();
    });
    socket.on('data', (bytes: Buffer) => {
      for (const event of parser.push(bytes)) {
        if (event.type === 'frame') this.#reply(socket, this.#answer(event.body));
        else if (event.why === 'checksum') this.#reply(socket, { code: status.requestChecksum });
        else if (event.why === 'length') this.#reply(socket, { code: status.requestLength });
      }
    });
  }

  #answer(body: Uint8Array): ChipReply {
    const [command = 0, parameter = 0] = body;
    this.#asked.push(hexOf(body.subarray(0, 2)));
    if (this.#asked.length > 100) this.#asked.shift();
    if (command === 0x20 && parameter === 0x01) this.#polls += 1;
    return this.#chip.answer(command, parameter);
  }

  #reply(socket: Socket, reply: ChipReply): void {
    const fault = this.#faultOfThisReply();
    if (fault === 'endless-bytes') return void this.#babble(socket);
    const data = fault === 'short-reply' ? new Uint8Array() : (reply.data ?? new Uint8Array());
    const frame = frameOf(Uint8Array.from([0, 0, reply.code, ...data]));
    const before = this.#sockets.get(socket) ?? Promise.resolve();
    this.#sockets.set(
      socket,
      before.then(() => this.#send(socket, frame, fault)),
    );
  }

  #faultOfThisReply(): ReaderFault | null {
    const fault = this.#fault;
    this.#repliesLeft -= 1;
    if (this.#repliesLeft <= 0) this.#fault = null;
    return fault;
  }

  async #send(socket: Socket, frame: Uint8Array, fault: ReaderFault | null): Promise<void> {
    const { pieces, pause } = deliver(frame, fault);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) await this.#timers.pause(pause);
      if (socket.destroyed) return;
      socket.write(piece);
    }
  }

  /** Junk without a pause until the fault is mended or the other side hangs up. */
  async #babble(socket: Socket): Promise<void> {
    if (this.#babbling.has(socket)) return;
    this.#babbling.add(socket);
    while (this.#fault === 'endless-bytes' && !socket.destroyed) {
      if (socket.writableLength < 65_536) socket.write(randomBytes(512));
      await this.#timers.pause(1);
    }
    this.#babbling.delete(socket);
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener(this.state);
  }
}
