import type { PanelProfile } from './schema.ts';

/** Panel profiles that ship; a site may add its own under `panels`. */
export const shippedPanels: readonly PanelProfile[] = [
  {
    id: 'portrait-21',
    diagonalInches: 21.5,
    widthPixels: 1080,
    heightPixels: 1920,
    viewingDistanceMm: 600,
    centreHeightMm: 1300,
  },
  {
    id: 'portrait-32',
    diagonalInches: 32,
    widthPixels: 1080,
    heightPixels: 1920,
    viewingDistanceMm: 600,
    centreHeightMm: 1250,
  },
  {
    id: 'tablet-10',
    diagonalInches: 10.1,
    widthPixels: 800,
    heightPixels: 1280,
    viewingDistanceMm: 450,
    centreHeightMm: 1150,
  },
  {
    id: 'wall-55',
    diagonalInches: 55,
    widthPixels: 1920,
    heightPixels: 1080,
    viewingDistanceMm: 5000,
    centreHeightMm: 2200,
  },
  {
    id: 'wall-43',
    diagonalInches: 43,
    widthPixels: 1920,
    heightPixels: 1080,
    viewingDistanceMm: 4000,
    centreHeightMm: 2200,
  },
  {
    id: 'wall-75',
    diagonalInches: 75,
    widthPixels: 3840,
    heightPixels: 2160,
    viewingDistanceMm: 6000,
    centreHeightMm: 2600,
  },
  {
    id: 'wall-32',
    diagonalInches: 32,
    widthPixels: 1920,
    heightPixels: 1080,
    viewingDistanceMm: 3500,
    centreHeightMm: 2000,
  },
  {
    id: 'door-21',
    diagonalInches: 21.5,
    widthPixels: 1920,
    heightPixels: 1080,
    viewingDistanceMm: 2500,
    centreHeightMm: 1700,
  },
  {
    id: 'door-10',
    diagonalInches: 10.1,
    widthPixels: 1280,
    heightPixels: 800,
    viewingDistanceMm: 1200,
    centreHeightMm: 1600,
  },
];

/** Millimetres of a panel's picture. */
export interface PanelSize {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pixelsPerMm: number;
}

const MM_PER_INCH = 25.4;

/** The size of a panel's picture in millimetres, from its diagonal and its resolution (square pixels). */
export function millimetresOf(panel: PanelProfile): PanelSize {
  const diagonalPixels = Math.hypot(panel.widthPixels, panel.heightPixels);
  const pixelsPerMm = diagonalPixels / (panel.diagonalInches * MM_PER_INCH);
  return { widthMm: panel.widthPixels / pixelsPerMm, heightMm: panel.heightPixels / pixelsPerMm, pixelsPerMm };
}
