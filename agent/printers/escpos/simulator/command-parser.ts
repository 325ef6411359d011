import type { Command } from './command.ts';

/** A command and how many bytes it took; null: more bytes are needed. */
type Taken = { readonly command: Command; readonly length: number } | null;

const alignments = ['left', 'centre', 'right'] as const;

/** Cuts a printer's input into commands, however the bytes arrive. Strict: what it does not know is reported. */
export class CommandParser {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Uint8Array): Command[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const commands: Command[] = [];
    for (let taken = take(this.#rest); taken !== null; taken = take(this.#rest)) {
      commands.push(taken.command);
      this.#rest = this.#rest.subarray(taken.length);
    }
    return commands;
  }
}

function take(bytes: Buffer): Taken {
  const first = bytes[0];
  if (first === undefined) return null;
  if (first >= 0x20) return takeText(bytes);
  if (first === 0x0a) return { command: { kind: 'line-feed' }, length: 1 };
  if (first === 0x1b) return takeEscape(bytes);
  if (first === 0x1c) return takeFs(bytes);
  if (first === 0x1d) return takeGs(bytes);
  if (first === 0x10) return takeRealTime(bytes);
  return unknown(bytes, 1);
}

function takeText(bytes: Buffer): Taken {
  const end = bytes.findIndex((byte) => byte < 0x20);
  const length = end === -1 ? bytes.length : end;
  return { command: { kind: 'text', bytes: Uint8Array.from(bytes.subarray(0, length)) }, length };
}

function takeEscape(bytes: Buffer): Taken {
  const [, name, n] = bytes;
  if (name === undefined) return null;
  if (name === 0x40) return { command: { kind: 'initialise' }, length: 2 };
  if (n === undefined) return null;
  if (name === 0x61) {
    const to = alignments[n % 48];
    return to === undefined ? unknown(bytes, 3) : { command: { kind: 'align', to }, length: 3 };
  }
  if (name === 0x45) return { command: { kind: 'bold', on: (n & 1) === 1 }, length: 3 };
  if (name === 0x64) return { command: { kind: 'feed', lines: n }, length: 3 };
  return unknown(bytes, 3);
}

function takeFs(bytes: Buffer): Taken {
  if (bytes[1] === undefined) return null;
  if (bytes[1] === 0x26 || bytes[1] === 0x2e) return { command: { kind: 'kanji', on: bytes[1] === 0x26 }, length: 2 };
  return unknown(bytes, 2);
}

function takeGs(bytes: Buffer): Taken {
  const [, name, n] = bytes;
  if (name === undefined || n === undefined) return null;
  switch (name) {
    case 0x21:
      return { command: { kind: 'size', width: (n >> 4) + 1, height: (n & 0x0f) + 1 }, length: 3 };
    case 0x56:
      return takeCut(bytes, n);
    case 0x72:
      return { command: { kind: 'ask-queued', n: n % 48 }, length: 3 };
    case 0x61:
      return { command: { kind: 'automatic-status', mask: n }, length: 3 };
    case 0x76:
      return takeRaster(bytes);
    case 0x28:
      return takeExtended(bytes);
    default:
      return unknown(bytes, 3);
  }
}

function takeCut(bytes: Buffer, mode: number): Taken {
  if (mode === 0 || mode === 1 || mode === 48 || mode === 49)
    return { command: { kind: 'cut', feedFirst: false, dots: 0 }, length: 3 };
  if (mode !== 65 && mode !== 66) return unknown(bytes, 3);
  const dots = bytes[3];
  return dots === undefined ? null : { command: { kind: 'cut', feedFirst: true, dots }, length: 4 };
}

/** GS v 0 m xL xH yL yH d…; only m = 0 (no doubling). */
function takeRaster(bytes: Buffer): Taken {
  if (bytes.length < 8) return null;
  const rowBytes = bytes.readUInt16LE(4);
  const rows = bytes.readUInt16LE(6);
  const length = 8 + rowBytes * rows;
  if (bytes.length < length) return null;
  if (bytes[2] !== 0x30 || (bytes[3] !== 0 && bytes[3] !== 0x30)) return unknown(bytes, length);
  return { command: { kind: 'raster', rowBytes, rows, data: Uint8Array.from(bytes.subarray(8, length)) }, length };
}

/** GS ( k pL pH cn fn …: cn 49 is a QR code. */
function takeExtended(bytes: Buffer): Taken {
  if (bytes.length < 5) return null;
  const length = 5 + bytes.readUInt16LE(3);
  if (bytes.length < length) return null;
  const command = bytes[2] === 0x6b && bytes[5] === 0x31 ? qrCommand(bytes.subarray(6, length)) : null;
  return command === null ? unknown(bytes, length) : { command, length };
}

function qrCommand(body: Buffer): Command | null {
  const [name, first] = body;
  if (name === 0x51 && body.length === 2) return { kind: 'qr-print' };
  if (name === 0x50 && first === 0x30) return { kind: 'qr-store', data: Uint8Array.from(body.subarray(2)) };
  if (first === undefined) return null;
  if (name === 0x41 && body.length === 3) return { kind: 'qr-setting', setting: 'model', value: first };
  if (name === 0x43 && body.length === 2) return { kind: 'qr-setting', setting: 'cell', value: first };
  if (name === 0x45 && body.length === 2) return { kind: 'qr-setting', setting: 'correction', value: first };
  return null;
}

function takeRealTime(bytes: Buffer): Taken {
  if (bytes[1] === undefined) return null;
  if (bytes[1] !== 0x04) return unknown(bytes, 2);
  const n = bytes[2];
  return n === undefined ? null : { command: { kind: 'ask-now', n }, length: 3 };
}

function unknown(bytes: Buffer, length: number): Taken {
  return bytes.length < length
    ? null
    : { command: { kind: 'not-understood', bytes: Uint8Array.from(bytes.subarray(0, length)) }, length };
}
