import type { OpenReply } from '../open-venue.ts';
import type { Finding, FindingKind, Findings } from './findings.ts';

/** Kinds whose ids stand under a name of their own, for those who look for one thing. */
const lists = {
  unitsWithoutOpening: 'unit-without-opening',
  unreachableUnits: 'unreachable-unit',
  missingAccessibility: 'missing-accessibility',
  missingConnectors: 'missing-connector',
  oneWayConnectors: 'one-way-connector',
  badFeatures: 'bad-feature',
  badGeometry: 'bad-geometry',
  duplicateIds: 'duplicate-id',
  kiosksWithoutHeading: 'kiosk-without-heading',
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Kinds of which the sentence is needed beside the ids. */
const groups = {
  duplicateNames: 'duplicate-name',
  defaultsLeft: 'default-left',
  danglingReferences: 'dangling-reference',
  unknownTypes: 'unknown-type',
  unknownCategories: 'unknown-category',
  unknownExtensions: 'unknown-extension',
  missingLanguages: 'missing-language',
} as const satisfies Readonly<Record<string, FindingKind>>;

/** Everything that is known of a source, for programs. */
export function reportAsJson(reply: OpenReply): object {
  const head = reply.ok ? { usable: true } : { usable: false, message: reply.message };
  if (reply.report === undefined) return head;
  const { source, format, features, mainland, islands, findings } = reply.report;
  const entries = <Value>(kinds: Readonly<Record<string, FindingKind>>, pick: (found: Findings) => Value) =>
    Object.entries(kinds).map(([name, kind]) => [name, pick(findings.filter((finding) => finding.kind === kind))]);
  return {
    ...head,
    source,
    format,
    features,
    mainland: { size: mainland.size },
    islands,
    ...Object.fromEntries(entries(lists, idsOf)),
    ...Object.fromEntries(entries(groups, (found) => found.map(({ ids, sentence }: Finding) => ({ ids, sentence })))),
    findings,
  };
}

const idsOf = (found: Findings): readonly string[] => [...new Set(found.flatMap(({ ids }) => ids))];
