// A program of its own: lines as JSON on its input, their pictures as JSON on its output; then it ends.
import { text } from 'node:stream/consumers';
import { drawLine } from './drawn-line.ts';
import type { DrawingOrder } from './drawing.ts';

const { lines, dots }: DrawingOrder = JSON.parse(await text(process.stdin));
const pictures = await Promise.all(lines.map((line) => drawLine(line, dots)));
process.stdout.write(JSON.stringify(pictures.map((picture) => picture.toString('base64'))));
