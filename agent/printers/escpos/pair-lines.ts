import { cleanLine } from './clean-text.ts';
import { fold } from './fold.ts';
import { columnsOf } from './printer-characters.ts';
import type { PairElement } from './slip-element.ts';

const gap = 2;

/** Labels left, values right. A long value folds under itself; a long label gets lines of its own. */
export function pairLines(
  lines: readonly { readonly label: string; readonly value: string }[],
  columns: number,
): PairElement[] {
  return lines.flatMap(({ label, value }) => pair(cleanLine(label), cleanLine(value), columns));
}

function pair(label: string, value: string, columns: number): PairElement[] {
  if (label === '' && value === '') return [];
  const beside = columns - columnsOf(label) - gap;
  const fits = columnsOf(value) <= beside;
  if (fits || beside >= columns / 2) return besideLabel(label, fold(value, fits ? columns : beside));
  const above = fold(label, columns).map((line) => ({ kind: 'pair', label: line, value: '' }) as const);
  return value === '' ? above : [...above, ...besideLabel('', fold(value, columns))];
}

function besideLabel(label: string, values: readonly string[]): PairElement[] {
  return values.map((value, index) => ({ kind: 'pair', label: index === 0 ? label : '', value }));
}
