import { z } from 'zod';
import { guidePicture } from './guide.ts';
import { bilingual, id, timeOfDay, type Bilingual } from './words.ts';

const loudness = z.number().min(0).max(1);

const quietHours = z
  .object({
    from: timeOfDay.describe('When it begins to be quiet').meta({ example: '12:00' }),
    to: timeOfDay
      .describe('When calls are as loud as before; earlier than "from": on the next day')
      .meta({ example: '14:00' }),
    volume: loudness
      .default(0)
      .describe('Loudness meanwhile, 0 to 1; at 0 calls are only shown')
      .meta({ example: 0.2 }),
  })
  .strict();

/** Screens that are heard in the same place: a hall, a corridor. */
export const soundZone = z
  .object({
    id: id.meta({ example: 'corridor-3f' }),
    volume: loudness
      .optional()
      .describe('Loudness of the screens of this zone, 0 to 1; as speech.volume when it is left out')
      .meta({ example: 0.6 }),
    quietHours: z.array(quietHours).max(8).default([]).describe('When the screens of this zone are lower or mute'),
  })
  .strict();

const seconds = z
  .number()
  .int()
  .min(5)
  .max(600)
  .default(15)
  .describe('How long it stays, in seconds')
  .meta({ example: 15 });

/** A text for a wall is short: what does not fit would be cut off. */
function wallText(most: Readonly<Record<keyof Bilingual, number>>) {
  return bilingual.superRefine((words, context) => {
    for (const language of ['zh', 'en'] as const) {
      if (words[language].length <= most[language]) continue;
      const message = `has ${words[language].length} characters; from a distance at most ${most[language]} can be read`;
      context.addIssue({ code: 'custom', path: [language], message });
    }
  });
}

const shownText = z
  .object({
    kind: z.literal('text').describe('What is shown: a text, a picture, or the doctors who are off today'),
    title: wallText({ zh: 26, en: 72 })
      .describe('The one thing to remember, in a few words')
      .meta({ example: { zh: '饭前饭后，勤洗手', en: 'Wash your hands before and after meals' } }),
    text: wallText({ zh: 60, en: 150 })
      .optional()
      .describe('One or two sentences more')
      .meta({ example: { zh: '用流动的水和肥皂洗二十秒。', en: 'Use running water and soap for twenty seconds.' } }),
    seconds,
  })
  .strict();

const shownPicture = z
  .object({
    kind: z.literal('picture').describe('A picture of the site'),
    file: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,60}\.(png|jpg|jpeg|webp|svg)$/, 'the name of a png, jpg, webp or svg file')
      .describe('File in the folder "pictures" of the site')
      .meta({ example: 'hand-washing.png' }),
    caption: wallText({ zh: 26, en: 72 })
      .describe('What the picture says, in words')
      .meta({ example: { zh: '七步洗手法', en: 'Seven steps of washing hands' } }),
    seconds,
  })
  .strict();

const doctorsOff = z
  .object({
    kind: z.literal('doctors-off').describe('Doctors whose clinic is stopped today; passed over when there are none'),
    seconds,
  })
  .strict();

/** What screens show while nobody is called. */
export const playlist = z
  .object({
    id: id.meta({ example: 'waiting' }),
    entries: z
      .array(z.discriminatedUnion('kind', [shownText, shownPicture, doctorsOff]))
      .min(1)
      .max(60)
      .describe('What is shown, one after the other; a call interrupts it at once'),
  })
  .strict();

const ofEveryKind = {
  id: id.meta({ example: 'S-card' }),
  name: bilingual
    .optional()
    .describe('What patients read at the top instead of the name of the place')
    .meta({ example: { zh: '西药房', en: 'Pharmacy' } }),
  panel: id.describe('Panel profile; whether it hangs upright or across, the screen sees itself').meta({
    example: 'wall-55',
  }),
  languages: z
    .array(z.enum(['zh', 'en']))
    .min(1)
    .max(2)
    .optional()
    .describe(
      'Languages shown, the first one largest, and spoken; zh and en shown and speech.languages spoken otherwise',
    )
    .meta({ example: ['zh', 'en'] }),
  zone: id.optional().describe('Sound zone; without one it is as loud as its kind').meta({ example: 'corridor-3f' }),
  volume: loudness
    .optional()
    .describe('Loudness of this screen, 0 to 1, before that of its zone. Door and lobby screens are mute otherwise')
    .meta({ example: 0.6 }),
  playlist: id.optional().describe('Playlist shown while nobody is called').meta({ example: 'waiting' }),
  guide: guidePicture.describe(
    'How area screens show the way to the room that calls, and lobby screens the building: drawn in space, which falls back to the flat plan where that is too slow; the flat plan, for old boards; or none. Door and service screens never show it',
  ),
  hide: z
    .array(z.enum(['waiting', 'missed', 'prepare', 'doctors']))
    .default([])
    .describe('Parts that this screen leaves out')
    .meta({ example: ['missed'] }),
} as const;

const areaScreen = z
  .object({
    ...ofEveryKind,
    kind: z
      .literal('area')
      .default('area')
      .describe('What it stands for: a waiting area, a door, a service, the lobby'),
    area: id.describe('Area whose calls are shown').meta({ example: 'cardiology-3f' }),
  })
  .strict();

const doorScreen = z
  .object({
    ...ofEveryKind,
    kind: z.literal('door').describe('At the door of one room'),
    room: id.describe('The room at whose door it hangs').meta({ example: 'card-3' }),
  })
  .strict();

const serviceScreen = z
  .object({
    ...ofEveryKind,
    kind: z.literal('service').describe('For the windows of a pharmacy, a laboratory, imaging or a hall of windows'),
    service: z
      .enum(['pharmacy', 'laboratory', 'imaging', 'window'])
      .describe('What is served, which gives the words')
      .meta({ example: 'pharmacy' }),
    area: id.describe('Area of the windows').meta({ example: 'pharmacy-1f' }),
    rooms: z
      .array(id)
      .min(1)
      .optional()
      .describe('Windows that are shown; all of the area when it is left out')
      .meta({ example: ['window-1', 'window-2'] }),
    queues: z
      .array(id)
      .min(1)
      .optional()
      .describe('Queues that are shown; all of the area when it is left out')
      .meta({ example: ['pharmacy'] }),
  })
  .strict();

const lobbyScreen = z
  .object({
    ...ofEveryKind,
    kind: z.literal('lobby').describe('How far every clinic is'),
    areas: z
      .array(id)
      .min(1)
      .optional()
      .describe('Areas whose clinics are shown; all when it is left out')
      .meta({ example: ['cardiology-3f'] }),
  })
  .strict();

export const screen = z.discriminatedUnion('kind', [areaScreen, doorScreen, serviceScreen, lobbyScreen]);
