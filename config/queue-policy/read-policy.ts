import { queuePolicy, type QueuePolicy, type QueueSettings } from '../settings/queue-policy.ts';
import { contradictionsIn } from './contradictions.ts';
import { withSettings } from './policy-of-queue.ts';
import { usualPolicy } from './usual-policy.ts';

export type ReadPolicy =
  | {
      readonly ok: true;
      readonly policy: QueuePolicy;
      /** What was given itself. */
      readonly settings: QueueSettings;
    }
  /** `key`: where it is; empty for the whole. */
  | { readonly ok: false; readonly key: string; readonly sentence: string };

/** Rules with the keys of a site's `queue` settings, on top of the usual ones. */
export function readPolicy(value: unknown): ReadPolicy {
  const parsed = queuePolicy.safeParse(settingsIn(value) ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, key: keyOf(issue?.path ?? []), sentence: sentenceOf(issue) };
  }
  const policy = withSettings(usualPolicy, parsed.data);
  const [contradiction] = contradictionsIn(policy);
  if (contradiction !== undefined) return { ok: false, ...contradiction };
  return { ok: true, policy, settings: parsed.data };
}

/** A site's file may be given as it is: its rules stand below `queue`. */
function settingsIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'queue' in value ? value.queue : value;
}

interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

function sentenceOf(issue: Issue | undefined): string {
  if (issue === undefined) return 'cannot be read';
  if (issue.code !== 'unrecognized_keys') return issue.message;
  const known = issue.path.length === 0 ? `; there are: ${Object.keys(queuePolicy.shape).join(', ')}` : '';
  return `there is no setting "${issue.keys?.join('", "') ?? ''}" here${known}`;
}

/** A path as it is written: queues[0].service. */
export function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
