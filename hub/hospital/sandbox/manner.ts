/**
 * How the sandbox behaves: as slow, or as broken, as a real hospital information system.
 * - `well`: answers at once
 * - `unavailable`: refuses every call
 * - `loses-replies`: does what was asked, and the answer to a write is lost on the way
 */
export interface Manner {
  readonly answers: 'well' | 'unavailable' | 'loses-replies';
  /** How long every call takes, in milliseconds. */
  readonly delayMilliseconds: number;
}

export const wellBehaved: Manner = { answers: 'well', delayMilliseconds: 0 };
