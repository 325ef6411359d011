import type { DeskView } from '@lobby/hub/contract';

/** Labels of tickets of which a desk still reads that the hospital has kept them as arrived; `hubTime`: in milliseconds. */
export function keptLabels({ keptAtHospital }: Pick<DeskView, 'keptAtHospital'>, hubTime: number): readonly string[] {
  return keptAtHospital.filter(({ until }) => hubTime < Date.parse(until)).map(({ label }) => label);
}
