/** Lanes of a ticket: why it stands where it stands. */
export const lanes = ['normal', 'return', 'missed', 'late'] as const;
export type Lane = (typeof lanes)[number];
