import { readDocument, readPolicy as readRules, type QueuePolicy, type QueueSettings } from '@lobby/config';
import { UnusableFile } from './order-files.ts';

export interface PolicyFile {
  readonly policy: QueuePolicy;
  /** What the file says itself. */
  readonly settings: QueueSettings;
}

/** The rules of a file with the keys of a site's `queue` settings, on top of the usual ones. Throws UnusableFile. */
export function readPolicy(file: string): PolicyFile {
  const read = readDocument(file);
  if (!read.ok) throw wrong(file, '', withoutFile(read.sentence, file));
  return policyFrom(read.value, file);
}

/** The rules that the content of a file comes to. Throws UnusableFile. */
export function policyFrom(value: unknown, file: string): PolicyFile {
  const read = readRules(value);
  if (!read.ok) throw wrong(file, read.key, read.sentence);
  return read;
}

function withoutFile(sentence: string, file: string): string {
  return sentence.startsWith(`${file}: `) ? sentence.slice(file.length + 2) : sentence;
}

function wrong(file: string, key: string, sentence: string): UnusableFile {
  return new UnusableFile('bad-policy', { file, key, sentence });
}
