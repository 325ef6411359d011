import type { Slip } from '@lobby/hub/contract';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { drawingProcess, type Drawing } from './drawing.ts';
import { canWrite, columnsOf, writtenBytes } from './printer-characters.ts';
import { qrBytes, qrPlan } from './qr-bytes.ts';
import type { PairElement, SlipElement, TextElement } from './slip-element.ts';
import { layOutSlip } from './slip-layout.ts';

const kanjiOn = Buffer.of(0x1c, 0x26);
const kanjiOff = Buffer.of(0x1c, 0x2e);
/** GS V 66 n: feed to the cutter of this very model, n dots further, and cut, leaving a hinge. */
const feedAndCut = Buffer.of(0x1d, 0x56, 0x42, 24);

/** Dots across the paper: 576 for 48 columns (80 mm), 384 for 32 (58 mm). */
export function dotsOf(columns: number): number {
  return columns * 12;
}

/**
 * One slip as ESC/POS, from ESC @ to the cut. Lines that the printer's font lacks characters for are drawn; where that
 * fails they are written, with a mark in place of each character that is missing.
 */
export async function encodeSlip(slip: Slip, columns: number, draw: Drawing = drawingProcess()): Promise<Buffer> {
  // An empty interface leaves the library a byte builder; its transport and its own text are never used.
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '', width: columns });
  const elements = layOutSlip(slip, columns);
  const pictures = await picturesOf(elements, columns, draw);
  builder.add(Buffer.of(0x1b, 0x40));
  for (const element of elements) {
    const picture = pictures.get(element);
    if (picture === undefined) addElement(builder, element, columns);
    else builder.add(picture);
  }
  builder.add(feedAndCut);
  return builder.getBuffer();
}

async function picturesOf(
  elements: readonly SlipElement[],
  columns: number,
  draw: Drawing,
): Promise<ReadonlyMap<SlipElement, Buffer>> {
  const lines = elements.filter(mustBeDrawn);
  const drawn = lines.length === 0 ? [] : await draw({ lines, dots: dotsOf(columns) });
  return new Map(
    lines.flatMap((line, index) => {
      const picture = drawn?.[index];
      return picture === undefined ? [] : [[line, picture]];
    }),
  );
}

function mustBeDrawn(element: SlipElement): element is TextElement | PairElement {
  if (element.kind === 'text') return !canWrite(element.text);
  return element.kind === 'pair' && !canWrite(element.label + element.value);
}

function addElement(builder: ThermalPrinter, element: SlipElement, columns: number): void {
  switch (element.kind) {
    case 'blank':
      return builder.newLine();
    case 'rule':
      return addText(builder, {
        kind: 'text',
        align: 'left',
        size: { width: 1, height: 1 },
        bold: false,
        text: '-'.repeat(columns),
      });
    case 'qr':
      return addQr(builder, element.content, columns);
    case 'text':
      return addText(builder, element);
    case 'pair':
      return addPair(builder, element, columns);
  }
}

function addText(builder: ThermalPrinter, { align, size, bold, text }: TextElement): void {
  const scaled = size.width > 1 || size.height > 1;
  if (align === 'centre') builder.alignCenter();
  if (scaled) builder.add(sizeBytes(size));
  if (bold) builder.bold(true);
  builder.add(textBytes(text));
  builder.newLine();
  if (bold) builder.bold(false);
  if (scaled) builder.add(sizeBytes({ width: 1, height: 1 }));
  if (align === 'centre') builder.alignLeft();
}

function addPair(builder: ThermalPrinter, { label, value }: PairElement, columns: number): void {
  const space = columns - columnsOf(label) - columnsOf(value);
  builder.add(textBytes(label + ' '.repeat(value === '' ? 0 : space)));
  if (value !== '') {
    builder.bold(true);
    builder.add(textBytes(value));
  }
  builder.newLine();
  if (value !== '') builder.bold(false);
}

/** GS ! n. Not the builder's setTextSize, which puts the height where the width belongs. */
function sizeBytes({ width, height }: { readonly width: number; readonly height: number }): Buffer {
  return Buffer.of(0x1d, 0x21, ((width - 1) << 4) | (height - 1));
}

/** GB 18030 between FS & and FS . */
function textBytes(text: string): Buffer {
  return Buffer.concat([kanjiOn, writtenBytes(text), kanjiOff]);
}

function addQr(builder: ThermalPrinter, content: string, columns: number): void {
  const bytes = Buffer.from(content, 'utf8');
  const plan = qrPlan(bytes, dotsOf(columns));
  builder.alignCenter();
  if (bytes.length === content.length) builder.printQR(content, { cellSize: plan.cell, correction: plan.correction });
  else builder.add(qrBytes(bytes, plan));
  builder.alignLeft();
}
