import { readDocument } from '@lobby/config';
import { z } from 'zod';
import { hospitalOperations, type HospitalOperation } from '../port.ts';
import { sentenceOfProblem } from './script-sentences.ts';

const share = z.number().min(0).max(1);
const seconds = z.number().min(0).max(3_600);

/** How long a call takes, in seconds: always the same, evenly between two, or most near the median and a few far above. */
const latency = z.union([
  seconds,
  z
    .strictObject({ from: seconds, to: seconds })
    .refine(({ from, to }) => from <= to, { message: 'from must not be above to' }),
  z
    .strictObject({ median: seconds.min(0.001), p95: seconds.min(0.001) })
    .refine(({ median, p95 }) => median <= p95, { message: 'median must not be above p95' }),
]);
export type Latency = z.infer<typeof latency>;

/** What is scripted for one operation; what is left out is as `*` has it, and otherwise well. */
const behaviour = z.strictObject({
  latencySeconds: latency.optional(),
  /** Share of the calls that the hospital answers with an error, having done nothing. */
  errors: share.optional(),
  /** Share of the writes that are done and never answered. */
  timeoutsAfterCommit: share.optional(),
  /** Share of the reads that are answered as things stood `staleSeconds` ago. */
  stale: share.optional(),
  staleSeconds: seconds.optional(),
});
export type Behaviour = z.infer<typeof behaviour>;

const operations = ['*', ...hospitalOperations] as const;
export const scriptedWrites: readonly HospitalOperation[] = [
  'appointment.issueTicket',
  'appointment.checkIn',
  'appointment.undoCheckIn',
];

/** A time in which some operations do nothing. Counted from when the script began; without an end it lasts until told otherwise. */
const outage = z.strictObject({
  fromSeconds: seconds.default(0),
  forSeconds: seconds.optional(),
  operations: z.array(z.enum(operations)).min(1).default(['*']),
  /** refuses: says at once that it cannot; nothing: takes the call and never answers. */
  answers: z.enum(['refuses', 'nothing']).default('refuses'),
});

/** How the sandbox hospital behaves from the moment it is told: documented in docs/slow-hospital.md. */
export const hospitalScript = z
  .strictObject({
    /** The same seed draws the same troubles, call by call of each operation. */
    seed: z.number().int().min(0).default(1),
    operations: z.partialRecord(z.enum(operations), behaviour).default({}),
    outages: z.array(outage).default([]),
    /** How long the line to a hospital that does not answer stays open before it breaks. */
    silenceSeconds: seconds.default(60),
  })
  .superRefine((script, check) => {
    for (const [name, { timeoutsAfterCommit, stale }] of Object.entries(script.operations)) {
      const isWrite = scriptedWrites.some((write) => write === name);
      if (name !== '*' && !isWrite && timeoutsAfterCommit !== undefined)
        check.addIssue({
          code: 'custom',
          path: ['operations', name, 'timeoutsAfterCommit'],
          message: 'only a write can be done without an answer; this one reads',
        });
      if (isWrite && stale !== undefined)
        check.addIssue({
          code: 'custom',
          path: ['operations', name, 'stale'],
          message: 'only a read can be answered from earlier; this one writes',
        });
    }
  });
export type HospitalScript = z.infer<typeof hospitalScript>;

export type ScriptResult =
  { readonly ok: true; readonly script: HospitalScript } | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a script. Each problem is a sentence that names the key and what is allowed there. */
export function checkScript(content: unknown): ScriptResult {
  const parsed = hospitalScript.safeParse(content);
  if (parsed.success) return { ok: true, script: parsed.data };
  const problems = parsed.error.issues.map((issue) => sentenceOfProblem(issue, operations));
  return { ok: false, problems };
}

/** Reads a script from a YAML or JSON file. */
export function readHospitalScript(file: string): ScriptResult {
  const read = readDocument(file);
  if (!read.ok) return { ok: false, problems: [read.sentence] };
  const checked = checkScript(read.value);
  if (checked.ok) return checked;
  return { ok: false, problems: checked.problems.map((problem) => `${file}: ${problem}`) };
}
