/**
 * Why a building could not be drawn: the machine cannot, which no other building changes; or a floor was missing, which
 * holds for this version of the plan and what was to be shown on it.
 */
export type Unable = 'graphics' | Wanted;

/** What is to be drawn: a version of the plan, and the way or the turn on it. */
export interface Wanted {
  readonly version: string;
  readonly shown: unknown;
}

/** To be kept until something else is wanted. */
export function unableBecause(because: 'graphics' | 'floors', wanted: Wanted): Unable {
  return because === 'graphics' ? because : wanted;
}

/** Whether the flat plan is to be shown for what is wanted now. */
export function isUnable(unable: Unable | undefined, { version, shown }: Wanted): boolean {
  return unable === 'graphics' || (unable?.version === version && unable.shown === shown);
}
