import { retryLine } from './frames.ts';

/** What may wait for a follower that reads slowly, before it is cut off. Bytes. */
const patience = 1024 * 1024;

export interface FollowerOptions {
  /** Called once, however the stream ends. */
  readonly onEnd?: () => void;
  /** Asked when logins of the area change; a follower that is no longer welcome is let go. */
  readonly stillWelcome?: () => Promise<boolean>;
}

/** One open event stream. A follower that does not read is cut off; it comes back and resumes by Last-Event-ID. */
export class Follower {
  readonly stream: ReadableStream<Uint8Array>;
  readonly stillWelcome: () => Promise<boolean>;
  readonly #onEnd: (() => void)[] = [];
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor(options: FollowerOptions = {}) {
    this.stillWelcome = options.stillWelcome ?? (() => Promise.resolve(true));
    if (options.onEnd !== undefined) this.#onEnd.push(options.onEnd);
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        cancel: () => this.#ended(),
      },
      { highWaterMark: patience, size: (chunk) => chunk.byteLength },
    );
    this.send(retryLine);
  }

  get open(): boolean {
    return this.#controller !== undefined;
  }

  onEnd(then: () => void): void {
    if (this.open) this.#onEnd.push(then);
    else then();
  }

  send(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (controller === undefined) return;
    if ((controller.desiredSize ?? 0) < bytes.byteLength) {
      controller.error(new Error('a follower of the feed reads too slowly'));
      this.#ended();
      return;
    }
    controller.enqueue(bytes);
  }

  /** Ends the stream after what has been sent. */
  close(): void {
    this.#controller?.close();
    this.#ended();
  }

  #ended(): void {
    if (this.#controller === undefined) return;
    this.#controller = undefined;
    for (const then of this.#onEnd) then();
  }
}
