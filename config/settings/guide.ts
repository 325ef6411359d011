import { z } from 'zod';

/** How a terminal or screen shows the way. */
export const guidePicture = z
  .enum(['building', 'plan', 'none'])
  .default('building')
  .describe(
    'How the way is shown: the building drawn in space, which falls back to its flat plan where that is too slow; the flat plan, for old boards; or none',
  )
  .meta({ example: 'plan' });

export const guide = z
  .object({
    offered: z
      .boolean()
      .default(true)
      .describe('Whether terminals, screens, slips and phones tell the way, once a venue is published')
      .meta({ example: true }),
    venue: z
      .string()
      .min(1)
      .max(200)
      .regex(/^(?![/\\])(?!.*\.\.).+$/, 'a path inside the folder of the site, without ".."')
      .optional()
      .describe(
        'Venue that is published at the first start: an IMDF archive or folder, an OpenStreetMap file or a folder of tables inside the folder of the site; "demo" is the demo hospital that ships. None unless given; later ones are published on the operator page',
      )
      .meta({ example: 'maps/hospital.imdf.zip' }),
    corrections: z
      .string()
      .min(1)
      .max(200)
      .regex(/^(?![/\\])(?!.*\.\.).+$/, 'a path inside the folder of the site, without ".."')
      .optional()
      .describe('File of corrections that is laid over that venue')
      .meta({ example: 'maps/corrections.json' }),
  })
  .strict();
