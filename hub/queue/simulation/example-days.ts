import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocument } from '@lobby/config';
import type { DayPlan } from './day-plan.ts';
import { readDay } from './read-day.ts';

const folder = dirname(fileURLToPath(import.meta.resolve('@lobby/config/days/busy-morning.yaml')));

/** The days that ship, by the names of their files. */
export function exampleDays(): ReadonlyMap<string, DayPlan> {
  const days = new Map<string, DayPlan>();
  for (const file of readdirSync(folder).sort()) {
    const document = readDocument(join(folder, file));
    const read = readDay(document.ok ? document.value : undefined);
    if (!read.ok) throw new Error(`${file}: ${read.key}: ${read.sentence}`);
    days.set(basename(file, '.yaml'), read.day);
  }
  return days;
}
