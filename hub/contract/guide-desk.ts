import { z } from 'zod';
import { guideLevel, walkProfile } from './guide.ts';
import { instant, words, writeKey } from './words.ts';

/* What operators do with the map of the hospital. */

/** Bytes of one piece of an archive that is published, and of a whole one. */
export const venuePieceLimit = 400 * 1024;
export const venueLimit = 32 * 1024 * 1024;

const mostPieces = Math.ceil(venueLimit / venuePieceLimit);

/** What names a piece in its address. */
export const venuePiece = z.object({ upload: writeKey, number: z.number().int().min(0).lt(mostPieces) });

/**
 * Page → hub, POST /api/operator/guide/venues: publishes the archive whose pieces were sent before it by
 * POST /api/operator/guide/venues/pieces?upload=…&number=… (bytes, numbered from 0).
 */
export const publishVenue = z.object({
  key: writeKey,
  /** The id under which the pieces were sent. */
  upload: writeKey,
  pieces: z.number().int().min(1).max(mostPieces),
  /** Of the file, as it is listed. */
  name: z.string().min(1).max(200),
});
export type PublishVenue = z.infer<typeof publishVenue>;

/** Why a venue was not published; the one before it still serves. */
export const publishRefusals = [
  'venue-pieces-missing',
  'venue-unusable', // `said` names what is wrong and what to do
  'venue-device-missing', // a terminal or screen of the site is not on the map
  'venue-device-heading', // where its reader looks is not said
] as const;
export type PublishRefusal = (typeof publishRefusals)[number];

/** One line of a report in plain words; `weight`: whether somebody should look at it. */
export const reportLine = z.object({ weight: z.enum(['good', 'look', 'bad']), said: words, ids: z.array(z.string()) });
export type ReportLine = z.infer<typeof reportLine>;

export const publishReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), version: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(publishRefusals), said: words, report: z.array(reportLine) }),
]);
export type PublishReply = z.infer<typeof publishReply>;

/** A change by hand of the published venue, kept until it is taken back. */
export const guideChange = z.discriminatedUnion('change', [
  /** A lift, stair, escalator, opening or unit is closed. */
  z.object({ change: z.literal('closed'), feature: z.string().min(1).max(200), note: z.string().max(200).optional() }),
  /** An occupant is in another unit now: 中医科搬至二层. */
  z.object({
    change: z.literal('moved'),
    occupant: z.string().min(1).max(200),
    unit: z.string().min(1).max(200),
  }),
]);
export type GuideChange = z.infer<typeof guideChange>;

/** Page → hub, POST /api/operator/guide/changes. */
export const changeGuide = z.object({ key: writeKey, do: z.enum(['make', 'take-back']), change: guideChange });
export type ChangeGuide = z.infer<typeof changeGuide>;
/** `feature-unknown`: the published venue has none such. `cannot-move`: it has no place of its own, or the unit none to give. */
export const changeRefusals = ['no-venue', 'feature-unknown', 'cannot-move'] as const;
export const changeReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), version: z.string() }),
  z.object({ ok: z.literal(false), reason: z.enum(changeRefusals) }),
]);
export type ChangeReply = z.infer<typeof changeReply>;

/** Page → hub, POST /api/operator/guide/effect. */
export const askEffect = z.object({ feature: z.string().min(1).max(200) });
/** Whom a closure would cut off from the terminals. */
export const guideEffect = z.object({
  /** Areas to which somebody could walk before and cannot then, and who. */
  cutOff: z.array(
    z.object({ name: words, level: guideLevel, profiles: z.array(walkProfile), waiting: z.number().int() }),
  ),
});
export type GuideEffect = z.infer<typeof guideEffect>;

/** Something that can be closed. */
export const closable = z.object({
  id: z.string(),
  kind: z.enum(['lift', 'escalator', 'stairs', 'ramp', 'area', 'room', 'opening']),
  name: words,
  /** The levels that it joins, or the one on which it is. */
  levels: z.array(guideLevel),
  /** Since when it is closed, and what was noted; null: open. */
  closed: z.object({ at: instant, by: z.string(), note: z.string() }).nullable(),
});
export type Closable = z.infer<typeof closable>;

/** Page → hub, POST /api/operator/guide/find: departments that can move, units that can take them, things that can be closed. */
export const findInVenue = z.object({
  query: z.string().min(1).max(60),
  what: z.enum(['occupant', 'unit', 'closable']),
  language: z.enum(['zh', 'en']),
});
export type FindInVenue = z.infer<typeof findInVenue>;
export const foundInVenue = z.object({
  found: z.array(z.object({ id: z.string(), name: words, detail: words.nullable(), level: guideLevel })),
});
export type FoundInVenue = z.infer<typeof foundInVenue>;

/** A change that was made and not taken back. */
export const madeChange = z.object({
  change: guideChange,
  /** What it is about, in words. */
  said: words,
  by: z.string(),
  at: instant,
  /** False: the published venue does not have what it is about any more. */
  applies: z.boolean(),
});
export type MadeChange = z.infer<typeof madeChange>;

/** Hub → page, GET /api/operator/guide. */
export const guideView = z.object({
  /** Null: no venue is published. */
  version: z.string().nullable(),
  published: z
    .object({
      name: z.string(),
      venue: words,
      /** Work number, `token`, or `settings`: at the first start. */
      by: z.string(),
      at: instant,
      bytes: z.number().int(),
      counts: z.object({
        levels: z.number().int(),
        units: z.number().int(),
        places: z.number().int(),
        connectors: z.number().int(),
      }),
      report: z.array(reportLine),
    })
    .nullable(),
  /** What was published last and does not serve, and why. */
  trouble: words.nullable(),
  closables: z.array(closable),
  changes: z.array(madeChange),
});
export type GuideView = z.infer<typeof guideView>;
