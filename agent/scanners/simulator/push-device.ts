import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What one sees of a simulated device that pushes what it reads. */
export interface PushDeviceState {
  readonly plugged: boolean;
  readonly connections: number;
}

/** A scanner, stripe reader or passport reader as a line knows it: it says bytes unasked. Over TCP, or a pty bridge. */
export class PushDevice {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #listeners = new Set<() => void>();
  readonly #heard: Buffer[] = [];

  private constructor(server: Server, port: number) {
    this.port = port;
    this.#server = server;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start({ port = 0 }: { readonly port?: number } = {}): Promise<PushDevice> {
    const server = createServer({ noDelay: true });
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return new PushDevice(server, (server.address() as AddressInfo).port);
  }

  get address(): string {
    return `tcp://127.0.0.1:${this.port}`;
  }

  get state(): PushDeviceState {
    return { plugged: this.#server.listening, connections: this.#sockets.size };
  }

  /** What it was told, such as to look; the last thirty writes. */
  get heard(): readonly Buffer[] {
    return this.#heard;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Says these bytes to whoever is connected. */
  push(bytes: Uint8Array | string): void {
    for (const socket of this.#sockets) socket.write(bytes);
  }

  async unplug(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    this.#changed();
  }

  async plugIn(): Promise<void> {
    if (this.#server.listening) return;
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#changed();
  }

  close(): Promise<void> {
    return this.unplug();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    this.#changed();
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      this.#heard.push(bytes);
      if (this.#heard.length > 30) this.#heard.shift();
    });
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#changed();
    });
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
