import type { Reading } from './reading.ts';

/** A circle that is longer is not looked for. */
const mostAncestors = 100;

/** Sections and geofences may name parents; a feature that is its own ancestor is reported. */
export function reportCircles(reading: Reading): void {
  const all = [...reading.all('section'), ...reading.all('geofence')];
  const parentsOf = new Map(all.map(({ id, properties }) => [id, properties.parents ?? []]));
  for (const { id } of all) {
    const lost = parentsOf.get(id)?.find((parent) => !parentsOf.has(parent));
    if (lost !== undefined) reading.findings.add('dangling-reference', [id, lost], 'Its parent does not exist.');
    if (isItsOwnAncestor(id, parentsOf))
      reading.findings.add('cycle', id, 'It is its own parent, at once or through others.');
  }
}

function isItsOwnAncestor(id: string, parentsOf: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(parentsOf.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined && seen.size < mostAncestors; next = open.pop()) {
    if (next === id) return true;
    if (!seen.has(next)) open.push(...(parentsOf.get(next) ?? []));
    seen.add(next);
  }
  return false;
}
