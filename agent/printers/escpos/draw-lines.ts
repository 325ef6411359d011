// A program of its own: lines as JSON on its input, the bytes that print their pictures as JSON on its output; then it ends.
import { text } from 'node:stream/consumers';
import { drawnLineBytes } from './drawn-line.ts';
import type { DrawingOrder } from './drawing.ts';

const { lines, dots }: DrawingOrder = JSON.parse(await text(process.stdin));
const drawn = await Promise.all(lines.map((line) => drawnLineBytes(line, dots)));
process.stdout.write(JSON.stringify(drawn.map((bytes) => bytes.toString('base64'))));
