import type { LeftOne, LoadReport } from '../contract/index.ts';
import { reasonSentences } from './reason-sentences.ts';

/** How many of those left for one reason are named. */
const named = 5;

/** A load in sentences. */
export function reportInWords(report: LoadReport): string {
  const taken = Object.entries(report.taken).flatMap(([type, count]) => (count > 0 ? [`${count} ${type}`] : []));
  return [
    taken.length === 0 ? 'Nothing usable was found.' : `Taken: ${taken.join(', ')}.`,
    ...shiftInWords(report),
    ...leftInWords(report.left),
    ...(taken.length === 0 ? [] : inAllInWords(report)),
  ].join('\n');
}

function shiftInWords({ shift }: LoadReport): string[] {
  if (shift === null) return [];
  const { from, to, days } = shift;
  if (days === 0) return [`The busiest day, ${from}, is today; nothing was moved.`];
  const way = days > 0 ? 'forward' : 'back';
  return [
    `The busiest day, ${from}, was moved ${Math.abs(days)} days ${way} and is today, ${to}; it has not happened yet.`,
  ];
}

function leftInWords(left: readonly LeftOne[]): string[] {
  if (left.length === 0) return ['Nothing was left.'];
  const groups = Map.groupBy(left, ({ type, reason }) => `${type} ${reason}`);
  const inOrder = [...groups.values()].sort((one, other) => other.length - one.length);
  return [`Left: ${left.length}.`, ...inOrder.flatMap(groupInWords)];
}

function groupInWords(group: readonly LeftOne[]): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const what = first.type === '' ? '' : `${first.type} `;
  const names = group.slice(0, named).map(({ reference }) => reference);
  const more = group.length > named ? `, and ${group.length - named} more` : '';
  return [`  ${group.length} × ${what}${reasonSentences[first.reason]}: ${names.join(', ')}${more}`];
}

function inAllInWords({ now, queues }: LoadReport): string[] {
  const lines = queues.map(
    ({ prefix, deskId, screenId, of, today }) =>
      `  ${prefix.padEnd(2)}  ${today} today  desk ${deskId}, screen ${screenId}  (${of})`,
  );
  return [
    `Loaded in all: ${now.patients} patients, ${now.appointments} appointments, ${now.today} of them today.`,
    ...(lines.length === 0 ? [] : ['Queues:', ...lines]),
  ];
}
