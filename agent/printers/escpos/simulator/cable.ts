import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';

/** The plug of a simulated device: a TCP port that can be pulled out and put back. */
export class Cable {
  readonly #connected: (line: Duplex) => void;
  readonly #lines = new Set<Duplex>();
  #server: Server | null = null;
  #port = 0;

  constructor(connected: (line: Duplex) => void) {
    this.#connected = connected;
  }

  get port(): number {
    return this.#port;
  }

  get plugged(): boolean {
    return this.#server !== null;
  }

  /** Listens on 127.0.0.1; 0 takes any free port. Resolves with the port; rejects when it is taken. */
  async plug(port: number = this.#port): Promise<number> {
    if (this.#server !== null) return this.#port;
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      this.attach(socket);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this.#port;
  }

  attach(line: Duplex): void {
    this.#lines.add(line);
    line.on('error', () => undefined);
    line.on('close', () => this.#lines.delete(line));
    this.#connected(line);
  }

  async pull(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const line of this.#lines) line.destroy();
    if (server !== null) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}
