import { z } from 'zod';
import { id } from './words.ts';

export const panelProfile = z
  .object({
    id: id.meta({ example: 'portrait-21' }),
    diagonalInches: z.number().min(4).max(120).describe('Visible diagonal in inches').meta({ example: 21.5 }),
    widthPixels: z.number().int().min(240).describe('Width of the picture in pixels').meta({ example: 1080 }),
    heightPixels: z.number().int().min(240).describe('Height of the picture in pixels').meta({ example: 1920 }),
    viewingDistanceMm: z.number().min(200).describe('Distance from eye to panel in millimetres').meta({ example: 600 }),
    centreHeightMm: z
      .number()
      .min(300)
      .describe('Height of the panel centre above the floor in millimetres')
      .meta({ example: 1300 }),
  })
  .strict();
export type PanelProfile = z.infer<typeof panelProfile>;
