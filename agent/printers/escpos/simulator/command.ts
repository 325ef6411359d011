/** One thing a printer was told, as ESC/POS names it. */
export type Command =
  | { readonly kind: 'initialise' }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | { readonly kind: 'line-feed' }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'kanji'; readonly on: boolean }
  | { readonly kind: 'align'; readonly to: 'left' | 'centre' | 'right' }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'raster'; readonly rowBytes: number; readonly rows: number; readonly data: Uint8Array }
  | { readonly kind: 'qr-setting'; readonly setting: 'model' | 'cell' | 'correction'; readonly value: number }
  | { readonly kind: 'qr-store'; readonly data: Uint8Array }
  | { readonly kind: 'qr-print' }
  | { readonly kind: 'cut'; readonly feedFirst: boolean; readonly dots: number }
  | { readonly kind: 'ask-queued'; readonly n: number }
  | { readonly kind: 'ask-now'; readonly n: number }
  | { readonly kind: 'automatic-status'; readonly mask: number }
  | { readonly kind: 'not-understood'; readonly bytes: Uint8Array };
