import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What waits on a cut cable: bytes that were on their way, or the end of a connection. */
type Held = Buffer | 'end';

/**
 * A network cable between a program and a server, to be pulled and plugged in again. While it is out nothing arrives at
 * either end and nobody is told, as with a real one; what was sent meanwhile arrives when it is back, as TCP repeats it.
 */
export class NetworkCable {
  readonly #server: Server;
  readonly #to: { readonly host: string; readonly port: number };
  readonly #open = new Set<Socket>();
  #waiting: (() => void)[] = [];
  #cut = false;

  private constructor(to: URL) {
    this.#to = { host: to.hostname, port: Number(to.port) };
    this.#server = createServer((near) => this.#join(near));
  }

  static async to(server: URL): Promise<NetworkCable> {
    const cable = new NetworkCable(server);
    cable.#server.listen(0, '127.0.0.1');
    await once(cable.#server, 'listening');
    return cable;
  }

  /** Where the program reaches the server through this cable. */
  get url(): URL {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the cable has been taken away');
    return new URL(`http://127.0.0.1:${address.port}`);
  }

  pull(): void {
    this.#cut = true;
  }

  plugIn(): void {
    this.#cut = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const arrive of waiting) arrive();
  }

  async close(): Promise<void> {
    this.plugIn();
    for (const socket of this.#open) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #join(near: Socket): void {
    const far = connect({ ...this.#to, noDelay: true });
    near.setNoDelay(true);
    this.#carry(near, far);
    this.#carry(far, near);
  }

  #carry(from: Socket, to: Socket): void {
    this.#open.add(from);
    const pass = (what: Held): void => {
      const arrive = (): void => {
        if (what === 'end') to.destroySoon();
        else if (!to.destroyed) to.write(what);
      };
      if (this.#cut) this.#waiting.push(arrive);
      else arrive();
    };
    from.on('data', (bytes: Buffer) => pass(bytes));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#open.delete(from);
      pass('end');
    });
  }
}
