export const modes = ['standard', 'elder'] as const;
/** How a terminal shows its screens: `elder` with larger text, larger targets and fewer words. */
export type Mode = (typeof modes)[number];

export function otherMode(mode: Mode): Mode {
  return mode === 'standard' ? 'elder' : 'standard';
}

export function isMode(value: unknown): value is Mode {
  return modes.some((mode) => mode === value);
}
