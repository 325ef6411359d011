import type { GuideStep } from '@lobby/hub/contract';
import type { IconName } from '#lib/pictures/icon.svelte';

const byTurn = {
  straight: 'straight',
  'slight-left': 'slight-left',
  left: 'left',
  'slight-right': 'slight-right',
  right: 'right',
  back: 'around',
} as const;

/** The picture beside a step: what one does there. */
export function stepIcon({ kind, turn, connector }: Pick<GuideStep, 'kind' | 'turn' | 'connector'>): IconName {
  if (kind === 'arrive') return 'flag';
  if (connector !== null) return connector;
  return turn === null ? 'straight' : byTurn[turn];
}

/**
 * At most so many steps: the first, changes of floor and the arrival before all others. What is left out lies between
 * them, and an index tells where.
 */
export function fewSteps<Step extends Pick<GuideStep, 'connector'>>(
  steps: readonly Step[],
  most: number,
): readonly { readonly step: Step; readonly index: number }[] {
  const all = steps.map((step, index) => ({ step, index }));
  const rank = ({ step, index }: (typeof all)[number]): number => {
    if (index === 0 || index === all.length - 1) return 0;
    return step.connector === null ? 2 : 1;
  };
  const kept = new Set(
    all
      .toSorted((one, other) => rank(one) - rank(other) || one.index - other.index)
      .slice(0, most)
      .map(({ index }) => index),
  );
  return all.filter(({ index }) => kept.has(index));
}
