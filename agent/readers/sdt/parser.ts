import { lengthBytes, longestLength, preamble, shortestLength } from './constants.ts';
import { checksum } from './frame.ts';

/**
 * What came out of the line. `rubbish` is reported, never swallowed: `noise` lay between frames, `length` is one that
 * no frame has, `checksum` did not fit, `unfinished` never arrived in full.
 */
export type ParserEvent =
  | { readonly type: 'frame'; readonly body: Uint8Array }
  | { readonly type: 'rubbish'; readonly why: 'noise' | 'length' | 'checksum' | 'unfinished'; readonly bytes: number };

const head = preamble.length + lengthBytes;

/** How many bytes at the end may be the beginning of a preamble. */
function openingAtEnd(bytes: Buffer): number {
  for (let size = Math.min(preamble.length - 1, bytes.length); size > 0; size--) {
    if (bytes.subarray(bytes.length - size).equals(preamble.subarray(0, size))) return size;
  }
  return 0;
}

/**
 * Cuts a stream of bytes into frames. Driven by the length field, since a photo may contain the preamble; the preamble
 * is searched for only when out of step, and after a broken frame from the second byte of that frame on, so that a
 * good frame which it swallowed is still found. Holds at most one frame and one chunk.
 */
export class FrameParser {
  #held: Buffer = Buffer.alloc(0);

  /** True while a frame has begun and is not complete. */
  get inFrame(): boolean {
    return this.#held.length >= preamble.length;
  }

  push(chunk: Uint8Array): ParserEvent[] {
    this.#held = Buffer.concat([this.#held, chunk]);
    return this.#takeAll();
  }

  /** The line went quiet: drops the unfinished frame and gives what it had swallowed. */
  giveUp(): ParserEvent[] {
    const events: ParserEvent[] = [];
    while (this.inFrame) events.push(this.#drop('unfinished', 1), ...this.#takeAll());
    return events;
  }

  /** Forgets everything, as before a new request. */
  clear(): ParserEvent[] {
    return this.#held.length === 0 ? [] : [this.#drop('unfinished', this.#held.length)];
  }

  #takeAll(): ParserEvent[] {
    const events: ParserEvent[] = [];
    for (;;) {
      const noise = this.#noiseAhead();
      if (noise > 0) events.push(this.#drop('noise', noise));
      const next = this.#takeOne();
      if (next === null) return events;
      events.push(next);
    }
  }

  #noiseAhead(): number {
    const start = this.#held.indexOf(preamble);
    return start >= 0 ? start : this.#held.length - openingAtEnd(this.#held);
  }

  #takeOne(): ParserEvent | null {
    if (this.#held.length < head) return null;
    const length = this.#held.readUInt16BE(preamble.length);
    if (length < shortestLength || length > longestLength) return this.#drop('length', 1);
    if (this.#held.length < head + length) return null;
    if (checksum(this.#held.subarray(preamble.length, head + length)) !== 0) return this.#drop('checksum', 1);
    const body = Uint8Array.from(this.#held.subarray(head, head + length - 1));
    this.#held = this.#held.subarray(head + length);
    return { type: 'frame', body };
  }

  #drop(why: 'noise' | 'length' | 'checksum' | 'unfinished', bytes: number): ParserEvent {
    this.#held = this.#held.subarray(bytes);
    return { type: 'rubbish', why, bytes };
  }
}
