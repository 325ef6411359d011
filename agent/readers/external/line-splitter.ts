import { longestLine } from './protocol.ts';

/** Cuts what a program says into lines. A line that is too long is dropped as it comes and told once, at its end. */
export class LineSplitter {
  #held: Buffer = Buffer.alloc(0);
  #dropping = false;

  push(bytes: Uint8Array): (string | 'over-long')[] {
    const found: (string | 'over-long')[] = [];
    let rest = Buffer.concat([this.#held, bytes]);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      if (this.#dropping || end > longestLine) found.push('over-long');
      else found.push(rest.subarray(0, end).toString('utf8').trim());
      this.#dropping = false;
      rest = rest.subarray(end + 1);
    }
    this.#dropping ||= rest.length > longestLine;
    this.#held = this.#dropping ? Buffer.alloc(0) : Buffer.from(rest);
    return found.filter((line) => line !== '');
  }
}
