import type { LineTable } from './line-table.ts';

/** Indexes of the waiting tickets in each line, in the order of the line. */
export type Lines = readonly (readonly number[])[];

/** For a ticket: how many calls of the normal flow had been made when it checked in. */
export type CallsBefore = (ticket: number) => number;

/**
 * The lines of a queue from call to call: who would be next by lanes, turns and shares. A call of a paced line counts
 * for none of the others, so that several of them cannot keep each other going while the normal lane waits.
 */
export class Walk {
  readonly #table: LineTable;
  readonly #lines: Lines;
  readonly #callsBefore: CallsBefore;
  readonly #taken: Uint8Array;
  readonly #cursors: Int32Array;
  readonly #waiting: Int32Array;
  /** Calls of the normal flow at the last own call of each paced line, all calls then, and how far its run is. */
  readonly #flowAtOwn: Int32Array;
  readonly #totalAtOwn: Int32Array;
  readonly #run: Int32Array;
  #turn = 0;
  #mix = 0;
  #flow = 0;
  #total = 0;

  constructor(parts: {
    readonly table: LineTable;
    readonly lines: Lines;
    readonly tickets: number;
    readonly callsBefore: CallsBefore;
  }) {
    const { table, lines, tickets, callsBefore } = parts;
    this.#table = table;
    this.#lines = lines;
    this.#callsBefore = callsBefore;
    this.#taken = new Uint8Array(tickets);
    this.#cursors = new Int32Array(table.count);
    this.#waiting = Int32Array.from(lines, (line) => line.length);
    this.#flowAtOwn = new Int32Array(table.paced.length);
    this.#totalAtOwn = new Int32Array(table.paced.length);
    this.#run = new Int32Array(table.paced.length);
  }

  /** Calls so far, those before this order included. */
  get total(): number {
    return this.#total;
  }

  /** Becomes as another walk of the same queue is. */
  copyFrom(other: Walk): void {
    this.#taken.set(other.#taken);
    this.#cursors.set(other.#cursors);
    this.#waiting.set(other.#waiting);
    this.#flowAtOwn.set(other.#flowAtOwn);
    this.#totalAtOwn.set(other.#totalAtOwn);
    this.#run.set(other.#run);
    this.#turn = other.#turn;
    this.#mix = other.#mix;
    this.#flow = other.#flow;
    this.#total = other.#total;
  }

  isTaken(ticket: number): boolean {
    return this.#taken[ticket] === 1;
  }

  /** The ticket is not to be called for now; nothing else changes. */
  hide(ticket: number): void {
    this.#taken[ticket] = 1;
  }

  /** A ticket is called that stands in this line (−1: with the urgent ones). */
  take(ticket: number, line: number): void {
    this.#taken[ticket] = 1;
    if (line >= 0) this.#waiting[line] = (this.#waiting[line] ?? 0) - 1;
    this.called(line);
  }

  /** Somebody is called who stood in this line. */
  called(line: number): void {
    this.#total += 1;
    const paced = line - this.#table.firstPaced;
    if (paced >= 0) return this.#ownCalled(paced);
    this.#flow += 1;
    if (line < 0) return;
    this.#turn = turnAfter(this.#table.turns, this.#turn, line === 1 ? 0 : line);
    if (line <= 1) this.#mix = turnAfter(this.#table.mix, this.#mix, line);
  }

  /** Who would be next; −1: nobody. */
  next(): number {
    const { paced, turns, firstPaced } = this.#table;
    for (let index = 0; index < paced.length; index += 1) {
      const head = this.#head(firstPaced + index);
      if (head >= 0 && this.#isDue(index, head)) return head;
    }
    for (let step = 0; step < turns.length; step += 1) {
      const line = turns[(this.#turn + step) % turns.length] ?? 0;
      const head = line === 0 ? this.#normalHead() : this.#head(line);
      if (head >= 0) return head;
    }
    return this.#longestPassed();
  }

  #ownCalled(paced: number): void {
    const line = this.#table.paced[paced];
    if (line === undefined) return;
    const since = this.#flow - (this.#flowAtOwn[paced] ?? 0);
    const goesOn = since === 0 && (this.#run[paced] ?? 0) < line.own;
    this.#run[paced] = goesOn ? (this.#run[paced] ?? 0) + 1 : 1;
    this.#flowAtOwn[paced] = this.#flow;
    this.#totalAtOwn[paced] = this.#total;
  }

  #isDue(paced: number, ticket: number): boolean {
    const line = this.#table.paced[paced];
    if (line === undefined) return false;
    const ownAt = this.#flowAtOwn[paced] ?? 0;
    const run = this.#run[paced] ?? 0;
    if (run > 0 && run < line.own && this.#flow === ownAt) return true;
    const from = line.fromCheckIn ? Math.max(ownAt, this.#callsBefore(ticket)) : ownAt;
    return this.#flow - from >= this.#othersOf(paced);
  }

  #othersOf(paced: number): number {
    const line = this.#table.paced[paced];
    if (line === undefined) return 1;
    const waiting = this.#waiting[this.#table.firstPaced + paced] ?? 0;
    return line.many !== undefined && waiting > line.many.waiting ? line.many.others : line.others;
  }

  #normalHead(): number {
    const { mix } = this.#table;
    if (mix.length === 0) return this.#head(0);
    for (let step = 0; step < mix.length; step += 1) {
      const head = this.#head(mix[(this.#mix + step) % mix.length] ?? 0);
      if (head >= 0) return head;
    }
    // One side of the ratio may be zero.
    const head = this.#head(0);
    return head >= 0 ? head : this.#head(1);
  }

  /** Only paced lines are left: the one that was passed over longest for its pace. */
  #longestPassed(): number {
    let [found, longest] = [-1, -1];
    for (let index = 0; index < this.#table.paced.length; index += 1) {
      const head = this.#head(this.#table.firstPaced + index);
      const passed = (this.#total - (this.#totalAtOwn[index] ?? 0) + 1) / Math.max(this.#othersOf(index), 1);
      if (head >= 0 && passed > longest) [found, longest] = [head, passed];
    }
    return found;
  }

  #head(line: number): number {
    const tickets = this.#lines[line];
    if (tickets === undefined) return -1;
    let at = this.#cursors[line] ?? 0;
    while (at < tickets.length && this.#taken[tickets[at] ?? 0] === 1) at += 1;
    this.#cursors[line] = at;
    return tickets[at] ?? -1;
  }
}

/** Index after the first turn of a line from `at` on; `at` itself when it has none. */
function turnAfter(turns: readonly number[], at: number, line: number): number {
  for (let step = 0; step < turns.length; step += 1) {
    const index = (at + step) % turns.length;
    if (turns[index] === line) return (index + 1) % turns.length;
  }
  return at;
}
