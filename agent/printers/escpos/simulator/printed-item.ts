/** A character on paper, with the size and weight it was printed in. */
export interface PrintedGlyph {
  readonly character: string;
  /** 1 for half-width, 2 for full-width, before magnification. */
  readonly columns: 1 | 2;
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
}

interface Placed {
  /** Dots from the upper edge of the slip. */
  readonly y: number;
  readonly align: 'left' | 'centre' | 'right';
}

/** Something on paper; all measures in dots, 8 a millimetre. */
export type PrintedItem =
  | (Placed & { readonly kind: 'text'; readonly glyphs: readonly PrintedGlyph[]; readonly height: number })
  | (Placed & { readonly kind: 'raster'; readonly rowBytes: number; readonly rows: number; readonly data: Uint8Array })
  | (Placed & {
      readonly kind: 'qr';
      readonly cell: number;
      readonly correction: 'L' | 'M' | 'Q' | 'H';
      readonly data: Uint8Array;
      /** Modules a side, true is black. */
      readonly modules: readonly (readonly boolean[])[];
    });

export function glyphDots(glyph: PrintedGlyph): number {
  return glyph.columns * 12 * glyph.width;
}
