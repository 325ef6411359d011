import type { z } from 'zod';

const seconds = 'a number of seconds from 0 to 3600';
const share = 'a share from 0 to 1, such as 0.05';

/** What may stand under a key of a script. */
const allowed: Readonly<Record<string, string>> = {
  seed: 'a whole number, 0 or more',
  silenceSeconds: seconds,
  latencySeconds: `${seconds}, or { from, to }, or { median, p95 }`,
  from: seconds,
  to: seconds,
  median: 'a number of seconds from 0.001 to 3600',
  p95: 'a number of seconds from 0.001 to 3600',
  errors: share,
  timeoutsAfterCommit: share,
  stale: share,
  staleSeconds: seconds,
  outages: 'a list of outages, each such as { fromSeconds: 60, forSeconds: 600 }',
  fromSeconds: seconds,
  forSeconds: seconds,
  answers: 'refuses or nothing',
};

/** Keys of a script, of an operation and of an outage. */
const keysOf = {
  script: ['seed', 'operations', 'outages', 'silenceSeconds'],
  operation: ['latencySeconds', 'errors', 'timeoutsAfterCommit', 'stale', 'staleSeconds'],
  outage: ['fromSeconds', 'forSeconds', 'operations', 'answers'],
} as const;

/** A problem of a script as a sentence: the key, and what is allowed there. `operations`: their names. */
export function sentenceOfProblem(issue: z.core.$ZodIssue, operations: readonly string[]): string {
  const path = issue.path.map(String);
  const key = path.length === 0 ? 'the script' : path.join('.');
  if (issue.code === 'custom') return `${key}: ${issue.message}.`;
  if (issue.code === 'unrecognized_keys')
    return `${key} knows no ${quoted(issue.keys)}; it may have ${listed(isOperations(path) ? operations : keysAt(path))}.`;
  return `${key} must be ${allowedAt(path, operations)}.`;
}

function isOperations(path: readonly string[]): boolean {
  return path.length === 1 && path[0] === 'operations';
}

function keysAt(path: readonly string[]): readonly string[] {
  if (path.length === 0) return keysOf.script;
  if (path.at(-1) === 'latencySeconds') return ['from and to', 'median and p95'];
  return path[0] === 'outages' ? keysOf.outage : keysOf.operation;
}

function allowedAt(path: readonly string[], operations: readonly string[]): string {
  const [room] = path;
  const last = path.at(-1) ?? '';
  if (path.length === 0) return `settings: ${listed(keysOf.script)}`;
  if (isOperations(path)) return `settings by operation: ${listed(operations)}`;
  if (room === 'operations' && path.length === 2) return `settings of an operation: ${listed(keysOf.operation)}`;
  if (room === 'outages' && path.length === 2) return `an outage: ${listed(keysOf.outage)}`;
  if (room === 'outages' && path[2] === 'operations')
    return `${path.length === 3 ? 'a list of operations' : 'an operation'}: ${listed(operations)}`;
  return allowed[last] ?? 'as docs/slow-hospital.md says';
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => `"${key}"`).join(', ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
