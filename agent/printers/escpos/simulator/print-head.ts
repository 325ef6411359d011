import { encode } from 'uqr';
import type { Command } from './command.ts';
import { CharacterDecoder } from './character-decoder.ts';
import { glyphDots, type PrintedGlyph, type PrintedItem } from './printed-item.ts';

const pitch = 34;
/** Dots between head and cutter: so much paper lies above the first line of every slip. */
export const cutterDistance = 32;

/** What a command did to the paper. */
export interface Effect {
  readonly fedDots: number;
  readonly cut: { readonly items: readonly PrintedItem[]; readonly heightDots: number } | null;
  readonly complaints: readonly string[];
}

const none: Effect = { fedDots: 0, cut: null, complaints: [] };
const corrections = ['L', 'M', 'Q', 'H'] as const;

/** The print modes, the line buffer and what stands on the paper since the last cut. */
export class PrintHead {
  readonly #dots: number;
  readonly #decoder = new CharacterDecoder();
  #align: PrintedItem['align'] = 'left';
  #bold = false;
  #size = { width: 1, height: 1 };
  #glyphs: PrintedGlyph[] = [];
  #qr = { cell: 3, correction: 0x31, data: new Uint8Array() };
  #items: PrintedItem[] = [];
  #y = cutterDistance;

  constructor(dots: number) {
    this.#dots = dots;
  }

  /** What is printed and not cut off yet. */
  get items(): readonly PrintedItem[] {
    return this.#items;
  }

  execute(command: Command): Effect {
    const broken = command.kind === 'text' || command.kind === 'kanji' ? [] : this.#decoder.interrupt();
    const effect = this.#perform(command);
    return { ...effect, complaints: [...broken, ...effect.complaints] };
  }

  #perform(command: Command): Effect {
    switch (command.kind) {
      case 'initialise':
        return this.#initialise();
      case 'text':
        return this.#write(command.bytes);
      case 'line-feed':
        return this.#feedLine();
      case 'feed':
        return this.#feed(command.lines);
      case 'kanji':
        return { ...none, complaints: this.#decoder.setKanji(command.on) };
      case 'align':
        return this.#setAlign(command.to);
      case 'bold':
        this.#bold = command.on;
        return none;
      case 'size':
        this.#size = { width: command.width, height: command.height };
        return command.width > 8 || command.height > 8 ? complain('a size above eightfold') : none;
      case 'raster':
        return this.#raster(command);
      case 'qr-setting':
        if (command.setting === 'cell') this.#qr.cell = command.value;
        if (command.setting === 'correction') this.#qr.correction = command.value;
        return command.setting === 'model' && command.value !== 0x32 ? complain('a QR model other than 2') : none;
      case 'qr-store':
        this.#qr.data = Uint8Array.from(command.data);
        return none;
      case 'qr-print':
        return this.#printQr();
      case 'cut':
        return this.#cut(command.feedFirst ? cutterDistance + command.dots : 0);
      case 'not-understood':
        return complain(`not understood: ${Buffer.from(command.bytes.subarray(0, 8)).toString('hex')}`);
      default:
        return none;
    }
  }

  #initialise(): Effect {
    const lost = this.#glyphs.length > 0;
    this.#decoder.reset();
    this.#align = 'left';
    this.#bold = false;
    this.#size = { width: 1, height: 1 };
    this.#glyphs = [];
    return lost ? complain('ESC @ throws an unfinished line away') : none;
  }

  #write(bytes: Uint8Array): Effect {
    const { glyphs, complaints } = this.#decoder.decode(bytes);
    let fedDots = 0;
    const wrapped: string[] = [];
    for (const { character, columns } of glyphs) {
      const glyph = { character, columns, ...this.#size, bold: this.#bold };
      if (this.#lineDots() + glyphDots(glyph) > this.#dots) {
        wrapped.push('a line wider than the paper');
        fedDots += this.#feedLine().fedDots;
      }
      this.#glyphs.push(glyph);
    }
    return { fedDots, cut: null, complaints: [...complaints, ...wrapped] };
  }

  #lineDots(): number {
    return this.#glyphs.reduce((sum, glyph) => sum + glyphDots(glyph), 0);
  }

  #feedLine(): Effect {
    const height = Math.max(pitch, ...this.#glyphs.map((glyph) => glyph.height * 24));
    if (this.#glyphs.length > 0)
      this.#items.push({ kind: 'text', y: this.#y, align: this.#align, glyphs: this.#glyphs, height });
    this.#glyphs = [];
    return this.#advance(height);
  }

  #feed(lines: number): Effect {
    const first = this.#glyphs.length > 0 ? this.#feedLine().fedDots : 0;
    return { ...none, fedDots: first + this.#advance(pitch * lines).fedDots };
  }

  #setAlign(to: PrintedItem['align']): Effect {
    if (this.#glyphs.length > 0) return complain('alignment changes in the middle of a line');
    this.#align = to;
    return none;
  }

  #raster(command: Extract<Command, { kind: 'raster' }>): Effect {
    if (this.#glyphs.length > 0) return complain('a picture in the middle of a line');
    const { rowBytes, rows, data } = command;
    this.#items.push({ kind: 'raster', y: this.#y, align: this.#align, rowBytes, rows, data });
    const complaints = [
      ...(rowBytes * 8 > this.#dots ? ['a picture wider than the paper'] : []),
      ...(rows > 256 ? ['a picture of more than 256 rows'] : []),
    ];
    return { ...this.#advance(rows), complaints };
  }

  #printQr(): Effect {
    const { cell, correction, data } = this.#qr;
    const level = corrections[correction - 0x30] ?? 'M';
    if (data.length === 0) return complain('a QR code without content');
    const modules = encode([...data], { ecc: level, boostEcc: false, border: 0 }).data;
    this.#items.push({ kind: 'qr', y: this.#y, align: this.#align, cell, correction: level, data, modules });
    const wide = modules.length * cell > this.#dots ? ['a QR code wider than the paper'] : [];
    return { ...this.#advance(modules.length * cell), complaints: wide };
  }

  #cut(dots: number): Effect {
    const unfinished = this.#glyphs.length > 0 ? ['a cut in the middle of a line'] : [];
    const { fedDots } = this.#advance(dots);
    const last = this.#items.at(-1);
    const through = last !== undefined && bottomOf(last) > this.#y - cutterDistance ? ['a cut through print'] : [];
    const cut = { items: this.#items, heightDots: this.#y - cutterDistance };
    this.#items = [];
    this.#glyphs = [];
    this.#y = cutterDistance;
    return { fedDots, cut, complaints: [...unfinished, ...through] };
  }

  #advance(dots: number): Effect {
    this.#y += dots;
    return { ...none, fedDots: dots };
  }
}

function complain(sentence: string): Effect {
  return { ...none, complaints: [sentence] };
}

function bottomOf(item: PrintedItem): number {
  if (item.kind === 'text') return item.y + Math.max(...item.glyphs.map((glyph) => glyph.height * 24));
  return item.y + (item.kind === 'raster' ? item.rows : item.modules.length * item.cell);
}
