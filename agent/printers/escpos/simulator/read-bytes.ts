import type { Command } from './command.ts';
import { CommandParser } from './command-parser.ts';
import { PrintHead } from './print-head.ts';
import { PrintedSlip } from './printed-slip.ts';

export interface ReadBytes {
  readonly slips: readonly PrintedSlip[];
  readonly commands: readonly Command[];
  readonly complaints: readonly string[];
}

/** What a printer with `columns` (48 or 32) and endless paper makes of some bytes, in whatever pieces they come. */
export function readBytes(bytes: Uint8Array | readonly Uint8Array[], columns: number): ReadBytes {
  const printDots = columns * 12;
  const head = new PrintHead(printDots);
  const parser = new CommandParser();
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  const commands = pieces.flatMap((piece) => parser.push(piece));
  const effects = commands.map((command) => head.execute(command));
  const slips = effects
    .flatMap(({ cut }) => (cut === null ? [] : [cut]))
    .map((cut, index) => new PrintedSlip({ number: index + 1, ...cut, printDots }));
  return { slips, commands, complaints: effects.flatMap(({ complaints }) => complaints) };
}
