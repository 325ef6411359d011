import { slipReply, type PrintTicketReply, type Slip, type WalkProfile } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { Spool } from '../spool/index.ts';
import type { HubLine } from './hub-line.ts';
import type { Log } from './log.ts';

/** What a page asks for, already checked. */
export interface PrintWish {
  readonly key: string;
  readonly visitId: string;
  readonly ticketId: string;
  readonly language: 'zh' | 'en';
  readonly profile: WalkProfile;
}

/** What the gateway needs of the spool; the same key is the same job there. */
export type PrintQueue = Pick<Spool, 'enqueue' | 'has' | 'onChange' | 'unknownCount' | 'unreported' | 'reported'>;

export interface PrintingOptions {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly secretOf: (visitId: string) => string | undefined;
  readonly queue: PrintQueue | undefined;
  readonly answerWithin: number;
  /** Tells the hub how earlier slips have ended, so that it knows whether this one is a second one. */
  readonly reportFirst: () => Promise<void>;
  /** Tells the hub at once that a slip which it gave will not be printed: the spool never had it. */
  readonly reportRefused: (wish: PrintWish) => Promise<void>;
  readonly log: Log;
}

/** Puts a visit's ticket on paper: the hub renders the slip, the spool prints it once however often it is asked. */
export function ticketPrinting(options: PrintingOptions): (wish: PrintWish) => Promise<PrintTicketReply> {
  const { queue } = options;
  const underWay = new Map<string, Promise<PrintTicketReply>>();

  const print = async (wish: PrintWish, into: PrintQueue): Promise<PrintTicketReply> => {
    const secret = options.secretOf(wish.visitId);
    if (secret === undefined) return { ok: false, reason: 'visit-ended' };
    await options.reportFirst();
    const fetched = await fetchSlip(options, wish, secret);
    if (!fetched.ok) return fetched;
    // The patient may have left while the hub answered; a slip of theirs would come out before the next one.
    if (options.secretOf(wish.visitId) !== secret && !into.has(wish.key)) {
      void options.reportRefused(wish);
      return { ok: false, reason: 'visit-ended' };
    }
    const taken = into.enqueue({ key: wish.key, ticketId: wish.ticketId, slip: fetched.slip });
    if (taken.ok) return { ok: true, jobId: taken.job.id };
    options.log('print job not taken', { reason: taken.reason });
    void options.reportRefused(wish);
    return { ok: false, reason: 'not-taken' };
  };

  return async (wish) => {
    if (queue === undefined) return { ok: false, reason: 'no-printer' };
    const same = `${wish.visitId} ${wish.key}`;
    const running = underWay.get(same) ?? print(wish, queue).finally(() => underWay.delete(same));
    underWay.set(same, running);
    return running;
  };
}

type Fetched =
  | { readonly ok: true; readonly slip: Slip }
  | { readonly ok: false; readonly reason: 'visit-ended' | 'no-such-ticket' | 'hub-away' };

async function fetchSlip(options: PrintingOptions, wish: PrintWish, secret: string): Promise<Fetched> {
  const reply = await askHub(options.line, {
    method: 'GET',
    path: pathOfSlip(wish),
    shape: slipReply,
    credential: options.credential(),
    secret,
    answerWithin: options.answerWithin,
  });
  return reply.kind === 'answer' ? reply.value : { ok: false, reason: 'hub-away' };
}

function pathOfSlip({ visitId, ticketId, language, profile, key }: PrintWish): string {
  const slip = `/api/visits/${encodeURIComponent(visitId)}/slips/${encodeURIComponent(ticketId)}`;
  return `${slip}?language=${language}&profile=${profile}&print=${key}`;
}
