import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawing, fontFamilies } from '../fonts.ts';
import { glyphDots, type PrintedGlyph, type PrintedItem } from './printed-item.ts';

const ink = '#141414';

export interface SlipPicture {
  readonly items: readonly PrintedItem[];
  readonly printDots: number;
  readonly heightDots: number;
}

/** Paper beside the print, in dots: 80 mm paper has 72 mm of print, 58 mm paper 48. */
export function marginOf(printDots: number): number {
  return printDots === 384 ? 40 : 32;
}

/** Paper as a PNG, one pixel a dot (8 a millimetre), margins included. */
export async function drawSlip({ items, printDots, heightDots }: SlipPicture): Promise<Buffer> {
  const { createCanvas } = await drawing();
  const margin = marginOf(printDots);
  const canvas = createCanvas(printDots + 2 * margin, Math.max(1, heightDots));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink;
  context.translate(margin, 0);
  for (const item of items) drawItem(context, item, printDots);
  return canvas.encode('png');
}

function drawItem(context: SKRSContext2D, item: PrintedItem, paper: number): void {
  if (item.kind === 'text') drawLine(context, item, paper);
  else if (item.kind === 'raster') drawRaster(context, item, paper);
  else drawModules(context, item, paper);
}

function leftEdge(align: PrintedItem['align'], width: number, paper: number): number {
  if (align === 'left') return 0;
  return align === 'right' ? paper - width : Math.floor((paper - width) / 2);
}

function drawLine(context: SKRSContext2D, item: Extract<PrintedItem, { kind: 'text' }>, paper: number): void {
  const width = item.glyphs.reduce((sum, glyph) => sum + glyphDots(glyph), 0);
  const bottom = item.y + Math.max(...item.glyphs.map((glyph) => glyph.height * 24));
  let x = leftEdge(item.align, width, paper);
  for (const glyph of item.glyphs) {
    drawGlyph(context, glyph, { x, bottom });
    x += glyphDots(glyph);
  }
}

/** Glyphs stand on this part of their cell's height, so that g and j stay inside. */
const baseline = 0.8;

/** Every glyph has the middle of its cell: the printer's own font has one width for letters and one for Han. */
function drawGlyph(context: SKRSContext2D, glyph: PrintedGlyph, at: { readonly x: number; readonly bottom: number }) {
  const cell = { width: glyphDots(glyph), height: 24 * glyph.height };
  const face = faceOf(glyph);
  context.font = `${cell.height * face.size}px "${face.family}"`;
  const natural = context.measureText(glyph.character).width * (glyph.width / glyph.height);
  if (natural === 0) return;
  const width = Math.min(natural, cell.width);
  context.save();
  context.translate(at.x + (cell.width - width) / 2, at.bottom - Math.round(cell.height * (1 - baseline)));
  context.scale((width / natural) * (glyph.width / glyph.height), 1);
  context.fillText(glyph.character, 0, 0);
  context.restore();
}

/** Letters come from a face of one width, capitals enlarged to the height of the digits, which have one width anyway. */
function faceOf({ character, columns, bold }: PrintedGlyph): { readonly family: string; readonly size: number } {
  if (columns === 2 || /[0-9]/.test(character)) return { family: fontFamilies[bold ? 'bold' : 'regular'], size: 0.94 };
  return { family: fontFamilies[bold ? 'halfWidthBold' : 'halfWidth'], size: /[A-Z]/.test(character) ? 1.05 : 1 };
}

function drawRaster(context: SKRSContext2D, item: Extract<PrintedItem, { kind: 'raster' }>, paper: number): void {
  const x = leftEdge(item.align, item.rowBytes * 8, paper);
  for (let row = 0; row < item.rows; row += 1)
    for (let column = 0; column < item.rowBytes * 8; column += 1) {
      const byte = item.data[row * item.rowBytes + (column >> 3)] ?? 0;
      if ((byte & (0x80 >> (column & 7))) !== 0) context.fillRect(x + column, item.y + row, 1, 1);
    }
}

function drawModules(context: SKRSContext2D, item: Extract<PrintedItem, { kind: 'qr' }>, paper: number): void {
  const x = leftEdge(item.align, item.modules.length * item.cell, paper);
  item.modules.forEach((row, down) =>
    row.forEach((black, across) => {
      if (black) context.fillRect(x + across * item.cell, item.y + down * item.cell, item.cell, item.cell);
    }),
  );
}
