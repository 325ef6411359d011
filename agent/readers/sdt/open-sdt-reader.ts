import type { ByteStream } from '../../transport/byte-stream.ts';
import { realTimers, type Timers } from '../../transport/timers.ts';
import type { CardReader } from '../card-reader.ts';
import { usualDeadlines, type ReplyDeadlines, type ReportRubbish } from './conversation.ts';
import { decodeCard } from './decode-card.ts';
import { SdtDriver } from './driver.ts';
import { publishedLayouts, type CardLayouts } from './layouts.ts';

export interface SdtReaderOptions {
  /** The reader's line; closed together with the reader. */
  readonly stream: ByteStream;
  /** Pause between two looks for a card, milliseconds, default 350; GA 450 asks for more than 300. */
  readonly pollMilliseconds?: number;
  /** Polls without a card, in a row, before it counts as lifted; default 3. */
  readonly missesUntilLifted?: number;
  /** Unanswered polls in a row before the reader counts as away; default 3. */
  readonly silencesUntilAway?: number;
  readonly deadlines?: Partial<ReplyDeadlines>;
  /** Layouts that a site knows beyond the published ones, such as the foreigner card of 2023. */
  readonly layouts?: Partial<CardLayouts>;
  readonly timers?: Timers;
  /** Today, YYYY-MM-DD: nobody is born later. */
  readonly today?: () => string;
  /** Hears of rubbish on the line: counts and reasons, never content. */
  readonly report?: ReportRubbish;
}

/**
 * Starts a resident-ID reader (GA 450 frames, SAM_V commands of GA 467). Tells cards by event; a reader that is silent,
 * disturbed or unplugged is a state. Fingerprints are never asked for and the photo is dropped unread.
 */
export function openSdtReader(options: SdtReaderOptions): CardReader {
  const layouts = { ...publishedLayouts, ...options.layouts };
  const today = options.today ?? (() => Temporal.Now.plainDateISO().toString());
  return new SdtDriver({
    stream: options.stream,
    timers: options.timers ?? realTimers,
    pollMilliseconds: options.pollMilliseconds ?? 350,
    missesUntilLifted: options.missesUntilLifted ?? 3,
    silencesUntilAway: options.silencesUntilAway ?? 3,
    deadlines: { ...usualDeadlines, ...options.deadlines },
    decode: (text) => decodeCard({ text, layouts, today: today() }),
    report: options.report ?? (() => undefined),
  });
}
