import type { Slip } from '@lobby/hub/contract';
import { cleanLine, cleanParagraphs } from './clean-text.ts';
import { fold, foldBalanced } from './fold.ts';
import { pairLines } from './pair-lines.ts';
import { columnsOf } from './printer-characters.ts';
import type { SlipElement, TextSize } from './slip-element.ts';

const plain: TextSize = { width: 1, height: 1 };
const double: TextSize = { width: 2, height: 2 };
const tall: TextSize = { width: 1, height: 2 };

/** What is printed, from top to bottom, on paper of `columns` half-width characters (48 or 32). */
export function layOutSlip(slip: Slip, columns: number): SlipElement[] {
  const blocks = [
    pairLines(slip.lines, columns),
    ...(slip.sections ?? []).map((section) => sectionLines(section, columns)),
  ].filter((block) => block.length > 0);
  const ruled = blocks.flatMap((block) => [{ kind: 'rule' } as const, ...block]);
  return [...headLines(slip, columns), ...ruled, ...footLines(slip, columns)];
}

function headLines(slip: Slip, columns: number): SlipElement[] {
  const big = cleanLine(slip.big ?? '');
  const title = cleanLine(slip.title);
  const heading = cleanLine(slip.heading ?? '');
  return [
    ...(big === '' ? centred(title, fitting(title, columns), columns, true) : centred(title, plain, columns)),
    ...(slip.reprint === true ? centred('【补打 · REPRINT】', plain, columns, true) : []),
    ...centred(big, numberSize(big, columns), columns, true),
    ...centred(heading, fitting(heading, columns), columns, true),
    ...centred(cleanLine(slip.subheading ?? ''), plain, columns),
  ];
}

/** The number fills about three fifths of the paper, and at most an eighth of it per column. */
function numberSize(big: string, columns: number): TextSize {
  const times = Math.floor((columns * 0.6) / Math.max(1, columnsOf(big)));
  const size = Math.min(Math.floor(columns / 7), 7, Math.max(1, times));
  return { width: size, height: Math.max(2, size) };
}

/** The largest of the sizes for headings in which the text needs one line; else tall. */
function fitting(text: string, columns: number): TextSize {
  return columnsOf(text) * 2 <= columns ? double : tall;
}

function centred(text: string, size: TextSize, columns: number, bold = false): SlipElement[] {
  if (text === '') return [];
  return foldBalanced(text, Math.floor(columns / size.width)).map((line) => ({
    kind: 'text',
    align: 'centre',
    size,
    bold,
    text: line,
  }));
}

type Section = NonNullable<Slip['sections']>[number];

function sectionLines(section: Section, columns: number): SlipElement[] {
  const title = cleanLine(section.title);
  const size = section.large === true ? tall : plain;
  const body = section.lines.flatMap(cleanParagraphs).flatMap((line) => hanging(line, size, columns));
  return [...(title === '' ? [] : fold(title, columns).map((line) => left(line, size, true))), ...body];
}

/** A numbered paragraph keeps its number in the margin when it folds. */
function hanging(text: string, size: TextSize, columns: number): SlipElement[] {
  const number = /^\s*(?:\d{1,2}[.、．)）]|[①-⑳•·-])\s*/u.exec(text)?.[0] ?? '';
  const indent = columnsOf(number);
  const [first = '', ...rest] = fold(text.slice(number.length), columns - indent);
  return [left(number + first, size), ...rest.map((line) => left(' '.repeat(indent) + line, size))];
}

function left(text: string, size: TextSize, bold = false): SlipElement {
  return { kind: 'text', align: 'left', size, bold, text };
}

function footLines(slip: Slip, columns: number): SlipElement[] {
  const code = (slip.qr ?? '').replaceAll(/\p{Cc}|\p{Cs}/gu, '');
  const note = cleanParagraphs(slip.note ?? '').flatMap((line) => centred(line, plain, columns));
  const gap: SlipElement = { kind: 'blank' };
  return [
    ...(code === '' ? [] : [gap, { kind: 'qr', content: code } as const]),
    ...(note.length === 0 ? [] : [gap, ...note]),
  ];
}
