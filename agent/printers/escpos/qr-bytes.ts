import { encode } from 'uqr';

/** Dots a module, 8 a millimetre; the builder library knows no more. */
const widest = 8;
/** Part of the paper's width that a code should fill: 25 mm of 72. */
const aim = 0.35;

/** Correction level: M as on tickets everywhere, L where there is so much content that dots would become too small. */
export function qrPlan(content: Uint8Array, dots: number): { readonly cell: number; readonly correction: 'L' | 'M' } {
  const correction = content.length > 300 ? 'L' : 'M';
  const modules = encode([...content], { ecc: correction, boostEcc: false, border: 0 }).size;
  const fits = Math.floor(dots / (modules + 8));
  return { cell: Math.max(1, Math.min(widest, fits, Math.max(4, Math.round((dots * aim) / modules)))), correction };
}

/**
 * GS ( k, functions 165, 167, 169, 180, 181: a QR code of any bytes. The stored length counts bytes; the builder
 * library counts characters, so it serves ASCII only.
 */
export function qrBytes(content: Uint8Array, plan: { readonly cell: number; readonly correction: 'L' | 'M' }): Buffer {
  const length = content.length + 3;
  return Buffer.concat([
    Buffer.of(0x1d, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0),
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43, plan.cell),
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x45, plan.correction === 'L' ? 0x30 : 0x31),
    Buffer.of(0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30),
    content,
    Buffer.of(0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30),
  ]);
}
