import { z } from 'zod';
import { words } from './words.ts';

/* The way there: the published venue, its places, and a route in words. Nothing here knows a patient. */

export const walkProfiles = ['default', 'step-free', 'elder', 'bed'] as const;
export const walkProfile = z.enum(walkProfiles);
export type WalkProfile = z.infer<typeof walkProfile>;

/** A floor as it is signed. */
export const guideLevel = z.object({ id: z.string(), ordinal: z.number().int(), sign: words, name: words });
export type GuideLevel = z.infer<typeof guideLevel>;

export const guidePlace = z.object({
  /** Feature id in the venue. */
  id: z.string(),
  name: words,
  /** What it is, where the name does not say it: the room number, the department's other name. */
  detail: words.nullable(),
  level: guideLevel,
});
export type GuidePlace = z.infer<typeof guidePlace>;

/**
 * Where a way begins or ends: a feature of the venue, an area or a room of the site, where the patients of a queue wait
 * (its area, unless its department has moved), a terminal or a screen.
 */
export const guideEnd = z.discriminatedUnion('of', [
  z.object({ of: z.literal('place'), id: z.string().max(200) }),
  z.object({ of: z.literal('area'), id: z.string().max(200) }),
  z.object({ of: z.literal('queue'), id: z.string().max(200) }),
  z.object({ of: z.literal('room'), id: z.string().max(200) }),
  z.object({ of: z.literal('terminal'), id: z.string().max(200) }),
  z.object({ of: z.literal('screen'), id: z.string().max(200) }),
]);
export type GuideEnd = z.infer<typeof guideEnd>;

export const guideStep = z.object({
  kind: z.enum(['start', 'turn', 'confirm', 'connector', 'arrive']),
  words,
  /** Index into the path at which it is done. */
  at: z.number().int(),
  metres: z.number(),
  turn: z.enum(['straight', 'slight-left', 'left', 'slight-right', 'right', 'back']).nullable(),
  connector: z.enum(['lift', 'escalator', 'stairs', 'ramp']).nullable(),
  /** The level that a connector reaches. */
  level: guideLevel.nullable(),
});
export type GuideStep = z.infer<typeof guideStep>;

export const guideWay = z.object({
  /** Of the venue with its closures and moves; a way of another version may be wrong by now. */
  version: z.string(),
  profile: walkProfile,
  from: guidePlace,
  to: guidePlace,
  /** Where the reader looks to at the start, degrees clockwise from the plane's y axis; null: nobody's face is known. */
  heading: z.number().nullable(),
  summary: z.object({
    words,
    minutes: z.number().int(),
    metres: z.number(),
    turns: z.number().int(),
    lifts: z.number().int(),
    flights: z.number().int(),
  }),
  steps: z.array(guideStep),
  /** Metres on the venue's plane; `via`: how one came here. */
  path: z.array(z.object({ level: z.string(), x: z.number(), y: z.number(), via: z.string().nullable() })),
  /** Address of the same way on a phone, to be shown as a QR code; null: phones cannot reach the hub. */
  phone: z.string().nullable(),
});
export type GuideWay = z.infer<typeof guideWay>;

/** Page → hub, POST /api/guide/way. A terminal or screen that leaves `from` out asks from where it stands. */
export const askWay = z.object({ from: guideEnd.optional(), to: guideEnd, profile: walkProfile });
export type AskWay = z.infer<typeof askWay>;

export const noWayReasons = [
  'no-venue', // none is published
  'from-unknown',
  'to-unknown',
  'same-place',
  'restricted', // staff only
  'island', // the map joins it to nothing
  'closed', // closures leave no way
  'profile', // no way for this walker; others have one
] as const;
const wayFound = z.object({ ok: z.literal(true), way: guideWay });
const wayNotFound = z.object({
  ok: z.literal(false),
  reason: z.enum(noWayReasons),
  profilesWithAWay: z.array(walkProfile),
});
export const wayReply = z.discriminatedUnion('ok', [wayFound, wayNotFound]);
export type WayReply = z.infer<typeof wayReply>;

/** Page → hub, POST /api/guide/search. Nearest: a terminal's own place decides between equals. */
export const searchPlaces = z.object({
  query: z.string().max(60),
  language: z.enum(['zh', 'en']),
  limit: z.number().int().min(1).max(50).default(8),
});
export type SearchPlaces = z.infer<typeof searchPlaces>;
export const placesReply = z.object({ places: z.array(guidePlace) });
export type PlacesReply = z.infer<typeof placesReply>;

/** Hub → page, GET /api/guide: what a terminal offers before anybody has typed. */
export const guideHome = z.object({
  /** Null: no venue is published, and no way is offered. */
  version: z.string().nullable(),
  categories: z.array(z.object({ id: z.string(), name: words, places: z.array(guidePlace) })),
});
export type GuideHome = z.infer<typeof guideHome>;

const outline = z.array(z.array(z.tuple([z.number(), z.number()])));

/** Hub → page, GET /api/guide/plan/:version: the building to be drawn; the same for ever under one version. */
export const guidePlan = z.object({
  version: z.string(),
  levels: z.array(
    z.object({
      level: guideLevel,
      storeyHeight: z.number(),
      outline: z.array(outline),
      /** Each polygon: its outer ring, then its holes. `look`: what it is drawn as. */
      units: z.array(
        z.object({
          id: z.string(),
          look: z.enum(['way', 'room', 'stairs', 'lift', 'escalator', 'restroom', 'staff', 'void', 'closed']),
          name: words.nullable(),
          /** Id of the place that somebody who taps on it means; left out: nobody is sent there. */
          place: z.string().optional(),
          labelAt: z.tuple([z.number(), z.number()]),
          polygons: z.array(outline),
        }),
      ),
      marks: z.array(
        z.object({
          id: z.string(),
          category: z.string(),
          name: words.nullable(),
          at: z.tuple([z.number(), z.number()]),
        }),
      ),
      kiosks: z.array(
        z.object({
          id: z.string(),
          device: z.object({ kind: z.enum(['terminal', 'screen']), id: z.string() }).nullable(),
          at: z.tuple([z.number(), z.number()]),
          heading: z.number(),
        }),
      ),
    }),
  ),
  attribution: z.string().nullable(),
});
export type GuidePlan = z.infer<typeof guidePlan>;

/**
 * Phone → hub, POST /api/guide/phone-way: what stands after the # of the address in a QR code. It names from, to and
 * profile, is signed by this hub, and says nothing of anybody.
 */
export const askPhoneWay = z.object({ payload: z.string().min(1).max(600) });
export type AskPhoneWay = z.infer<typeof askPhoneWay>;
/** What stands after the # for the same ends and another walker, signed like the one that was asked with. */
const otherWalks = { others: z.array(z.object({ profile: walkProfile, payload: z.string() })) };
/** `profile`: of the link. `link-forged`: not signed by this hub. `too-many-ways`: from one network address. */
export const phoneWayReply = z.union([
  wayFound.extend(otherWalks),
  wayNotFound.extend({ profile: walkProfile, ...otherWalks }),
  z.object({ ok: z.literal(false), reason: z.enum(['link-forged', 'too-many-ways']) }),
]);
export type PhoneWayReply = z.infer<typeof phoneWayReply>;
