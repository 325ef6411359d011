import type { Bilingual, Piece } from './pieces.ts';

export interface Floor {
  /** 0: ground, which is signed 1. */
  readonly ordinal: number;
  /** As signed in the lift. */
  readonly sign: string;
  readonly name: Bilingual;
  /** To the next floor. Metres. */
  readonly storeyHeight: number;
  readonly pieces: readonly Piece[];
}
