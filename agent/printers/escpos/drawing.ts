import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { PairElement, TextElement } from './slip-element.ts';

/** Lines of one slip that the printer's font cannot write. `dots`: width of the paper, a multiple of 8. */
export interface DrawingOrder {
  readonly lines: readonly (TextElement | PairElement)[];
  readonly dots: number;
}

/** For each line the ESC/POS bytes that print it as a picture, or null when there are none to be had. */
export type Drawing = (order: DrawingOrder) => Promise<readonly Buffer[] | null>;

/** Longest time for the pictures of a slip, in milliseconds: they usually take half a second. */
const PATIENCE = 8_000;
const LARGEST_REPLY = 4 * 1024 * 1024;

const pictures = z.array(z.base64());

/**
 * Draws in a process of its own that ends with the slip. Drawing library and fonts take 30 MB and few slips need them;
 * and a library that hangs or crashes over odd characters costs their picture, not the terminal.
 */
export function drawingProcess({
  program = fileURLToPath(new URL('draw-lines.ts', import.meta.url)),
  patience = PATIENCE,
} = {}): Drawing {
  return async (order) => {
    const reply = pictures.safeParse(parseJson(await run({ program, input: JSON.stringify(order), patience })));
    if (!reply.success || reply.data.length !== order.lines.length) return null;
    return reply.data.map((picture) => Buffer.from(picture, 'base64'));
  };
}

/** What the program said, or nothing when it failed. Names travel on its input: arguments can be read by others. */
function run(what: { readonly program: string; readonly input: string; readonly patience: number }): Promise<string> {
  const { program, input, patience } = what;
  const limits = { timeout: patience, killSignal: 'SIGKILL', maxBuffer: LARGEST_REPLY, windowsHide: true } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [program], limits, (error, said) => resolve(error === null ? said : ''));
    // A program that ends before it has read everything is judged by what it said.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
