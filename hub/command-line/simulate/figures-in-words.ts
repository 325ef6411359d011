import type { DayFigures } from '../../queue/simulation/figures-of-day.ts';
import type { SimulatedDay, SimulatedPolicy } from './simulate-day.ts';

/** The figures of a day as a table for each policy. */
export function inWords(simulated: SimulatedDay): string {
  const { day, seed } = simulated;
  const tables = [simulated, ...(simulated.against ?? [])].map(tableOf);
  return [`${day}, seed ${seed}`, ...tables].join('\n\n');
}

const head = [
  '',
  'patients',
  'waits',
  'mean',
  'p50',
  'p90',
  'longest',
  'overtaken',
  'most',
  'of at most',
  'in estimate',
];

function tableOf({ policy, total, lanes, classes, endsAt }: SimulatedPolicy): string {
  const rows = [
    head,
    row('all', total),
    ...Object.entries(lanes).map(([lane, figures]) => row(`lane ${lane}`, figures)),
    ...Object.entries(classes).map(([code, figures]) => row(`class ${code}`, figures)),
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const { calls, misses, finished, unfinished, left, turnedAway, neverCame } = total;
  return [
    `${policy}: minutes of waiting`,
    ...lines,
    `${calls} calls, ${misses} missed; ${finished} finished, ${unfinished} unfinished, ${left} left after a missed call, ` +
      `${turnedAway} turned away, ${neverCame} never came; the last was served until ${endsAt}`,
  ].join('\n');
}

function row(name: string, { patients, waits, waitingMinutes, overtakes, calledInsideEstimate }: DayFigures): string[] {
  const { mean, p50, p90, longest } = waitingMinutes;
  const minutes = [mean, p50, p90, longest].map((value) => value.toFixed(1));
  return [
    name,
    String(patients),
    String(waits),
    ...minutes,
    overtakes.mean.toFixed(1),
    String(overtakes.most),
    String(overtakes.bound),
    calledInsideEstimate === null ? '–' : `${Math.round(calledInsideEstimate * 100)}%`,
  ];
}
