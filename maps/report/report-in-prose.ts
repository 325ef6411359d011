import { findingKinds, type Finding, type FindingKind, type Findings } from './findings.ts';
import type { Report } from './report.ts';

/** Ids that are shown of one finding, and findings of one kind; `--json` has all. */
const idsShown = 5;
const findingsShown = 8;

/** The report as a person reads it: counts, then what was found by its kind, with the first ids. */
export function reportInProse({ source, format, features, mainland, islands, findings }: Report): string {
  const counts = Object.entries(features).map(([type, count]) => `${count} ${type}`);
  const lines = [`${source} (${format}): ${counts.length > 0 ? counts.join(', ') : 'nothing that can be used'}.`];
  if (mainland.size > 0) lines.push(`${mainland.size} of its places hang together.`);
  for (const { size, ids } of islands) lines.push(`An island of ${size}: ${shortened(ids, idsShown)}`);
  const kinds = Object.keys(findingKinds) as FindingKind[];
  for (const kind of kinds)
    lines.push(
      ...section(
        kind,
        findings.filter((finding) => finding.kind === kind),
      ),
    );
  return lines.length > 2 || findings.length > 0
    ? lines.join('\n')
    : [...lines, 'Nothing is wrong with it.'].join('\n');
}

function section(kind: FindingKind, found: Findings): readonly string[] {
  if (found.length === 0) return [];
  const ids = new Set(found.flatMap((finding) => finding.ids)).size;
  const lines = merged(found).map(
    ({ sentence, ids: own }) => `  ${sentence}${own.length > 0 ? ` ${shortened(own, idsShown)}` : ''}`,
  );
  const more = lines.length > findingsShown ? [`  … and ${lines.length - findingsShown} more.`] : [];
  return ['', `${findingKinds[kind]}: ${Math.max(ids, found.length)}`, ...lines.slice(0, findingsShown), ...more];
}

/** Findings that say the same stand together. */
function merged(found: Findings): readonly Pick<Finding, 'sentence' | 'ids'>[] {
  return [...Map.groupBy(found, ({ sentence }) => sentence)].map(([sentence, same]) => ({
    sentence,
    ids: same.flatMap(({ ids }) => ids),
  }));
}

function shortened(ids: readonly string[], most: number): string {
  return ids.slice(0, most).join(', ') + (ids.length > most ? ` … (${ids.length})` : '');
}
