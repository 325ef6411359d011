import type { LeftOne } from '../contract/index.ts';

/** A resource as it stands in a file. */
export interface Entry {
  readonly resource: Readonly<Record<string, unknown>>;
  readonly fullUrl: string | undefined;
  /** Where it stands, such as day.json#12. */
  readonly place: string;
  /** Reference of the resource that contains it. */
  readonly owner: string | undefined;
}

/** Bundles in Bundles, or lists in lists, that go deeper than this are nobody's export. */
const deepest = 8;

/** The resources in a parsed file: one, a list of them, or those of a Bundle. */
export function* entriesOf(content: unknown, file: string): Generator<Entry | LeftOne> {
  let number = 0;
  const place = (): string => `${file}#${(number += 1)}`;
  yield* walk({ value: content, fullUrl: undefined, place, depth: 0 });
}

interface Walked {
  readonly value: unknown;
  readonly fullUrl: string | undefined;
  readonly place: () => string;
  readonly depth: number;
}

function* walk(walked: Walked): Generator<Entry | LeftOne> {
  const { value, place, depth } = walked;
  if (depth > deepest) return yield { reference: place(), type: '', reason: 'too-deep' };
  if (Array.isArray(value)) {
    for (const one of value) yield* walk({ value: one, fullUrl: undefined, place, depth: depth + 1 });
    return;
  }
  if (!isRecord(value) || typeof value['resourceType'] !== 'string')
    return yield { reference: place(), type: '', reason: 'not-a-resource' };
  if (value['resourceType'] !== 'Bundle')
    return yield { resource: value, fullUrl: walked.fullUrl, place: place(), owner: undefined };
  const entries: unknown = value['entry'];
  for (const entry of Array.isArray(entries) ? entries : []) {
    // Entries without a resource say what became of one, in a response or a deletion.
    if (!isRecord(entry) || entry['resource'] === undefined) continue;
    const { fullUrl } = entry;
    yield* walk({
      value: entry['resource'],
      fullUrl: typeof fullUrl === 'string' && fullUrl.length <= 2000 ? fullUrl : undefined,
      place,
      depth: depth + 1,
    });
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
