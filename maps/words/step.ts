import type { PathPoint } from '../route/route.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export const turns = ['straight', 'slight-left', 'left', 'slight-right', 'right', 'back'] as const;
export type Turn = (typeof turns)[number];

/**
 * One action of a walker, and its words (at most 18 Hanzi or 12 English words). `at`: where in the path it is done; the
 * walk up to the next step's `at` belongs to it.
 */
export type Step = Bilingual & {
  readonly at: number;
  /** On the flat until the next step. */
  readonly metres: number;
  /** Feature id of the landmark that the words name. */
  readonly landmark: string | null;
} & (
    | { readonly kind: 'start'; readonly turn: Turn }
    | { readonly kind: 'turn'; readonly turn: Turn }
    | { readonly kind: 'confirm' }
    | {
        readonly kind: 'connector';
        readonly connector: 'lift' | 'escalator' | 'stairs' | 'ramp';
        readonly direction: 'up' | 'down';
        /** Id and signs of the level that is reached: the icon on the map says the same. */
        readonly level: string;
        readonly sign: Bilingual;
      }
    | { readonly kind: 'arrive'; readonly side: 'left' | 'right' | 'ahead' }
  );

/** A route as people hear and read it. */
export interface Directions {
  readonly path: readonly PathPoint[];
  readonly steps: readonly Step[];
  /** "约4分钟 · 180米 · 2次转弯 · 乘电梯1次". */
  readonly summary: Bilingual & {
    readonly minutes: number;
    readonly metres: number;
    readonly turns: number;
    readonly lifts: number;
    readonly flights: number;
  };
}
