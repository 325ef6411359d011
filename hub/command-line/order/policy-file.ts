import {
  contradictionsIn,
  queuePolicy,
  readDocument,
  usualPolicy,
  withSettings,
  type QueuePolicy,
  type QueueSettings,
} from '@lobby/config';
import { UnusableFile } from './order-files.ts';

export interface PolicyFile {
  readonly policy: QueuePolicy;
  /** What the file says itself. */
  readonly settings: QueueSettings;
}

/** The rules of a file with the keys of a site's `queue` settings, on top of the usual ones. Throws UnusableFile. */
export function readPolicy(file: string): PolicyFile {
  const read = readDocument(file);
  if (!read.ok) throw new UnusableFile('bad-policy', { file, key: '', sentence: withoutFile(read.sentence, file) });
  return policyFrom(read.value, file);
}

/** The rules that the content of a file comes to. Throws UnusableFile. */
export function policyFrom(value: unknown, file: string): PolicyFile {
  const parsed = queuePolicy.safeParse(settingsIn(value) ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(file, keyOf(issue?.path ?? []), sentenceOf(issue));
  }
  const policy = withSettings(usualPolicy, parsed.data);
  const [contradiction] = contradictionsIn(policy);
  if (contradiction !== undefined) throw wrong(file, contradiction.key, contradiction.sentence);
  return { policy, settings: parsed.data };
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

export function keyOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

function withoutFile(sentence: string, file: string): string {
  return sentence.startsWith(`${file}: `) ? sentence.slice(file.length + 2) : sentence;
}

function wrong(file: string, key: string, sentence: string): UnusableFile {
  return new UnusableFile('bad-policy', { file, key, sentence });
}
