import { drawSlip, marginOf } from './draw-slip.ts';
import type { PrintedItem } from './printed-item.ts';

/** A slip that was cut off and lies in the tray. */
export class PrintedSlip {
  /** Counts from 1 since the printer was switched on. */
  readonly number: number;
  readonly items: readonly PrintedItem[];
  /** Printable width. */
  readonly printDots: number;
  readonly heightDots: number;

  constructor(slip: Pick<PrintedSlip, 'number' | 'items' | 'printDots' | 'heightDots'>) {
    this.number = slip.number;
    this.items = slip.items;
    this.printDots = slip.printDots;
    this.heightDots = slip.heightDots;
  }

  /** Width of the paper and of its picture, margins included. */
  get widthDots(): number {
    return this.printDots + 2 * marginOf(this.printDots);
  }

  /** The lines that the printer wrote in its own font, from top to bottom; drawn lines are pictures. */
  get lines(): string[] {
    return this.items.flatMap((item) =>
      item.kind === 'text' ? [item.glyphs.map(({ character }) => character).join('')] : [],
    );
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** Contents of the QR codes. */
  get codes(): string[] {
    return this.items.flatMap((item) => (item.kind === 'qr' ? [new TextDecoder().decode(item.data)] : []));
  }

  /** The slip as it looks, one pixel a dot (8 a millimetre). */
  png(): Promise<Buffer> {
    return drawSlip(this);
  }
}
