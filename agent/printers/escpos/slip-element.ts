/** Multiples of a character cell, 12 × 24 dots for half-width and 24 × 24 for Han; 1 to 8. */
export interface TextSize {
  readonly width: number;
  readonly height: number;
}

export interface TextElement {
  readonly kind: 'text';
  readonly align: 'left' | 'centre';
  readonly size: TextSize;
  readonly bold: boolean;
  readonly text: string;
}

/** One line with a label at the left edge and a bold value at the right edge; together they fit the paper. */
export interface PairElement {
  readonly kind: 'pair';
  readonly label: string;
  readonly value: string;
}

/** What stands on a slip, one below the other. All text is clean and no line is wider than the paper. */
export type SlipElement =
  | TextElement
  | PairElement
  | { readonly kind: 'rule' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'qr'; readonly content: string };
