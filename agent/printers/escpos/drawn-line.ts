import type { SKRSContext2D } from '@napi-rs/canvas';
import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { drawing, fontFamilies } from './fonts.ts';
import type { PairElement, TextElement } from './slip-element.ts';

const cell = 24;
/** Dots above and below; together with the cell the printer's own line pitch. */
const above = 2;
const below = 8;
/** Glyphs are a little smaller than their cell, and stand on this part of it, so that g and j stay inside. */
const glyphSize = 0.94;
const baseline = 0.8;

/**
 * A line that the printer's font cannot write, as the ESC/POS bytes of a picture as wide as the paper (`dots`, a
 * multiple of 8). It stands where the written line would, in the same height, so that its neighbours do not move.
 */
export async function drawnLineBytes(element: TextElement | PairElement, dots: number): Promise<Buffer> {
  const builder = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  await builder.printImageBuffer(await drawLine(element, dots));
  return builder.getBuffer();
}

async function drawLine(element: TextElement | PairElement, dots: number): Promise<Buffer> {
  const { createCanvas } = await drawing();
  const size = element.kind === 'text' ? element.size : { width: 1, height: 1 };
  const canvas = createCanvas(dots, above + cell * size.height + below);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const run of runsOf(element)) drawRun(context, { ...run, size, dots });
  return canvas.encode('png');
}

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly align: 'left' | 'centre' | 'right';
}

function runsOf(element: TextElement | PairElement): Run[] {
  if (element.kind === 'text') return [element];
  return [
    { text: element.label, bold: false, align: 'left' },
    { text: element.value, bold: true, align: 'right' },
  ];
}

interface PlacedRun extends Run {
  readonly size: { readonly width: number; readonly height: number };
  readonly dots: number;
}

function drawRun(context: SKRSContext2D, { text, bold, align, size, dots }: PlacedRun): void {
  context.font = `${cell * size.height * glyphSize}px "${bold ? fontFamilies.bold : fontFamilies.regular}"`;
  const natural = context.measureText(text).width * (size.width / size.height);
  const width = Math.min(natural, dots);
  const x = align === 'left' ? 0 : align === 'right' ? dots - width : (dots - width) / 2;
  context.save();
  context.translate(Math.round(x), above + Math.round(cell * size.height * baseline));
  context.scale((size.width / size.height) * (natural === 0 ? 1 : width / natural), 1);
  context.fillText(text, 0, 0);
  context.restore();
}
