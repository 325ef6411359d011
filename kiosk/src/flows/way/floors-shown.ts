import type { GuideWay } from '@lobby/hub/contract';

/** Which of a way's floors are drawn, counted from 0 as they are walked: all, or the first ones and the last. */
export function floorsShown(path: GuideWay['path'], most: number): readonly number[] {
  const floors = path.filter(({ level }, index) => index === 0 || level !== path[index - 1]?.level).length;
  const all = Array.from({ length: floors }, (_, index) => index);
  return all.length <= most ? all : [...all.slice(0, most - 1), ...all.slice(-1)];
}
