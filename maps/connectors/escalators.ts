import { distance } from '../geometry/segment.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Connector, Unit } from '../venue.ts';
import type { Shaft } from './connector.ts';

/** Metres between the middles of two escalators that stand side by side. */
const sideBySide = 10;

/**
 * Escalators run one way. Where nobody says which, of two side by side one is taken to run up and the other down, so that
 * people are led to the pair either way; one alone is taken to run up.
 */
export function directionsOfEscalators(shafts: readonly Shaft[], findings: FindingsOfOneSource): readonly Shaft[] {
  const known = new Map<Shaft, Connector['way']>();
  for (const shaft of shafts) {
    const said = shaft.settings.way ?? wayInName(shaft.units);
    if (said !== undefined) known.set(shaft, said);
  }
  for (const shaft of shafts.filter((candidate) => !known.has(candidate))) {
    const pair = shafts.find((other) => other !== shaft && known.has(other) && standTogether(shaft, other));
    known.set(shaft, pair !== undefined && known.get(pair) === 'up' ? 'down' : 'up');
    findings.add(
      'unknown-direction',
      shaft.id,
      `Nobody says which way the escalator runs; ${known.get(shaft)} was taken.`,
    );
  }
  return shafts.map((shaft) => ({ ...shaft, way: known.get(shaft) ?? 'up' }));
}

function wayInName(units: readonly Unit[]): 'up' | 'down' | undefined {
  const words = units.flatMap(({ name }) => Object.values(name)).join(' ');
  const [up, down] = [/上行|\bup\b/i.test(words), /下行|\bdown\b/i.test(words)];
  if (up === down) return undefined;
  return up ? 'up' : 'down';
}

function standTogether(a: Shaft, b: Shaft): boolean {
  const [low, other] = [a.units[0], b.units[0]];
  if (low === undefined || other === undefined) return false;
  return low.levelId === other.levelId && distance(low.displayPoint, other.displayPoint) <= sideBySide;
}
