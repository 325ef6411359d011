export interface FeedFrame {
  readonly id: string | undefined;
  readonly name: string;
  readonly data: unknown;
}

/** Reads server-sent events as a browser does, one at a time and in order. */
export class FeedReader {
  readonly status: number;
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly #abort: AbortController;
  #rest = '';

  private constructor(status: number, reader: ReadableStreamDefaultReader<string>, abort: AbortController) {
    this.status = status;
    this.#reader = reader;
    this.#abort = abort;
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<FeedReader> {
    const abort = new AbortController();
    const response = await fetch(url, { headers, signal: abort.signal });
    if (response.body === null) throw new Error('the feed has no body');
    return new FeedReader(response.status, response.body.pipeThrough(new TextDecoderStream()).getReader(), abort);
  }

  /** The next event; undefined when the stream has ended. Comments and `retry` are passed over. */
  async next(): Promise<FeedFrame | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n\n');
      if (end >= 0) {
        const read = frameOf(this.#rest.slice(0, end));
        this.#rest = this.#rest.slice(end + 2);
        if (read !== undefined) return read;
        continue;
      }
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#rest += value;
    }
  }

  /** Everything up to and including the first event that fits. */
  async upTo(fits: (frame: FeedFrame) => boolean): Promise<FeedFrame[]> {
    const frames: FeedFrame[] = [];
    for (let frame = await this.next(); frame !== undefined; frame = await this.next()) {
      frames.push(frame);
      if (fits(frame)) return frames;
    }
    throw new Error(`the stream ended after ${frames.map(({ name }) => name).join(', ')}`);
  }

  /** Resolves when the hub has ended the stream. */
  async ended(): Promise<void> {
    while ((await this.next()) !== undefined);
  }

  leave(): void {
    this.#abort.abort();
  }
}

function frameOf(text: string): FeedFrame | undefined {
  const field = (name: string): string | undefined =>
    text
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const name = field('event');
  const data: unknown = JSON.parse(field('data') ?? 'null');
  return name === undefined ? undefined : { id: field('id'), name, data };
}
