import type { Mode } from './mode.ts';

/** Width and height of a panel's picture in millimetres, as config computes them from its profile. */
export interface PanelPicture {
  readonly widthMm: number;
  readonly heightMm: number;
}

/** Sizes on a terminal in millimetres. Each becomes a custom property: `title` is `--title`. */
export interface PanelSizes {
  readonly text: number;
  readonly small: number;
  /** Between body text and a name: sentences that must be read. */
  readonly lead: number;
  readonly title: number;
  readonly name: number;
  readonly button: number;
  readonly time: number;
  readonly figure: number;
  readonly primary: number;
  readonly target: number;
  readonly strip: number;
  readonly gap: number;
  /** Between the lines of one thing. */
  readonly row: number;
  readonly edge: number;
  readonly radius: number;
  readonly icon: number;
}

/** The panel the pictures were drawn for: 21.5 inch, 1080 × 1920. */
const drawnWidthMm = 267.7;

type Millimetres = (drawn: number, least?: number) => number;

/**
 * Sizes for a panel in a mode: those of the drawing, smaller on a tablet and larger on a large panel, but never under what eyes
 * and fingers need: Hanzi of body text at least 4.9 mm high (VVSG 2.0), Latin capitals 4.8 mm at 600 mm from the eyes
 * (ADA 707.5) and in proportion where people stand nearer, a primary target 20 mm, any target 16 mm, 3 mm between targets. Elder mode: Hanzi at least
 * 6.5 mm high, capitals 6.1 mm (0.7 degrees at 500 mm: EN 301 549, 5.1.4), a primary target 25 mm, any target 18 mm,
 * 4 mm between them. The strip at the bottom is as high in both, so that nothing in it moves.
 */
export function panelSizes(panel: PanelPicture, mode: Mode): PanelSizes {
  const scale = Math.min(1.45, Math.max(0.64, panel.widthMm / drawnWidthMm));
  const mm: Millimetres = (drawn, least = 0) => Math.max(least, Math.round(drawn * scale * 10) / 10);
  return mode === 'elder' ? { ...standardSizes(mm), ...elderSizes(mm) } : standardSizes(mm);
}

function standardSizes(mm: Millimetres): PanelSizes {
  return {
    text: mm(7, 5.7),
    small: mm(6.6, 5.6),
    lead: mm(8.4, 6.2),
    title: mm(13.4),
    name: mm(11),
    button: mm(10.4, 7.6),
    time: mm(23),
    figure: mm(44),
    primary: mm(29, 20.5),
    target: mm(23, 16.5),
    strip: mm(30, 20.5),
    gap: mm(4.6, 3),
    row: mm(2.4, 0.8),
    edge: mm(9.2),
    radius: mm(3.2),
    icon: mm(10),
  };
}

/** What elder mode changes. */
function elderSizes(mm: Millimetres): Partial<PanelSizes> {
  return {
    text: mm(10, 8.4),
    small: mm(8.6, 8.4),
    lead: mm(11.4, 8.8),
    title: mm(17),
    name: mm(14, 9.4),
    button: mm(15, 9.6),
    time: mm(27),
    figure: mm(54),
    primary: mm(38, 25.5),
    target: mm(28, 18.5),
    gap: mm(5.4, 4.2),
    row: mm(3, 1),
  };
}

/** The sizes as declarations for a `style` attribute, in terms of `--mm`. */
export function sizeDeclarations(sizes: PanelSizes): string {
  return Object.entries(sizes)
    .map(([name, value]) => `--${name}: calc(${String(value)} * var(--mm))`)
    .join('; ');
}

/** A panel with room for the necessary only: what merely explains is left out there. */
export function hasLittleRoom(panel: PanelPicture): boolean {
  return panel.heightMm < 300;
}
