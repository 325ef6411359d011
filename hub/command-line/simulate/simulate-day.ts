import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { presetNames, readDocument } from '@lobby/config';
import type { DayPlan } from '../../queue/simulation/day-plan.ts';
import { figuresOfDay, type PolicyFigures } from '../../queue/simulation/figures-of-day.ts';
import { playDay } from '../../queue/simulation/play-day.ts';
import { readDay } from '../../queue/simulation/read-day.ts';
import { UnusableFile } from '../order/order-files.ts';
import { policyFrom, readPolicy, type PolicyFile } from '../order/policy-file.ts';
import { WrongWords } from '../wrong-words.ts';
import { inWords } from './figures-in-words.ts';
import { notesOn } from './notes-on-day.ts';

/** A day as one policy makes it. */
export interface SimulatedPolicy extends PolicyFigures {
  /** The file, or the name of a preset. */
  readonly policy: string;
  /** What an operator should know of these figures, a sentence each. */
  readonly notes: readonly string[];
}

export interface SimulatedDay extends SimulatedPolicy {
  readonly day: string;
  readonly seed: number;
  /** The same day and the same patients under other policies. */
  readonly against?: readonly SimulatedPolicy[];
}

/** Plays a day under one policy or several, in virtual time; no hub needs to run. Exit code. */
export function simulateDay(words: readonly string[]): number {
  const [text, texts] = [{ type: 'string' }, { type: 'string', multiple: true }] as const;
  const options = { policy: texts, against: texts, day: text, seed: text, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: signsJoined(words), options });
  const policies = [...(values.policy ?? []), ...(values.against ?? [])];
  if (values.policy === undefined || values.day === undefined) {
    throw new WrongWords('Give --policy FILE and --day FILE.');
  }
  try {
    const simulated = simulate({ policies, day: values.day, seed: seedOf(values.seed) });
    for (const note of [simulated, ...(simulated.against ?? [])].flatMap(({ notes }) => notes)) console.error(note);
    console.log(values.json === true ? JSON.stringify(simulated) : inWords(simulated));
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const { reason, message } = error;
    if (values.json === true) console.log(JSON.stringify({ error: { reason, message } }));
    else console.error(message);
    return 1;
  }
}

function simulate(of: {
  readonly policies: readonly string[];
  readonly day: string;
  readonly seed: number;
}): SimulatedDay {
  const { policies, day: file, seed } = of;
  const day = dayOfFile(file);
  // All policies are read before the first is played.
  const read = policies.map((name) => ({ name, rules: policyNamed(name) }));
  const [first, ...others] = read.map(({ name, rules }) => simulatedUnder(day, { name, rules, seed }));
  if (first === undefined) throw new WrongWords('Give --policy FILE.');
  return { day: file, seed, ...first, ...(others.length > 0 && { against: others }) };
}

function simulatedUnder(
  day: DayPlan,
  { name, rules, seed }: { readonly name: string; readonly rules: PolicyFile; readonly seed: number },
): SimulatedPolicy {
  const { policy } = rules;
  const figures = figuresOfDay(day, playDay(day, { policy, seed }), policy);
  return { policy: name, ...figures, notes: notesOn(day, policy, name) };
}

/** A file, or a preset by its name. */
function policyNamed(name: string): PolicyFile {
  const preset = presetNames.find((known) => known === name);
  return preset === undefined || existsSync(name) ? readPolicy(name) : policyFrom({ preset }, name);
}

function dayOfFile(file: string): DayPlan {
  const document = readDocument(file);
  if (!document.ok) {
    const sentence = document.sentence.startsWith(`${file}: `)
      ? document.sentence.slice(file.length + 2)
      : document.sentence;
    throw new UnusableFile('bad-day', { file, key: '', sentence });
  }
  const read = readDay(document.value);
  if (read.ok) return read.day;
  throw new UnusableFile('bad-day', { file, key: read.key, sentence: read.sentence });
}

/** `--seed -1` is a seed that is wrong, and no option of its own. */
function signsJoined(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    if (words[index - 1] === '--seed') return [];
    const next = words[index + 1];
    return word === '--seed' && next !== undefined ? [`--seed=${next}`] : [word];
  });
}

function seedOf(given: string | undefined): number {
  if (given === undefined) return 1;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new UnusableFile('bad-seed', { file: '--seed', key: '', sentence: `"${given}" is no whole number such as 1` });
}
