import { slipReply, type AgentEvent, type PrintTicketReply, type Slip } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';

/** What a page asks for, already checked. */
export interface PrintWish {
  readonly key: string;
  readonly visitId: string;
  readonly ticketId: string;
  readonly language: 'zh' | 'en';
}

export type PrintChange = Omit<Extract<AgentEvent, { type: 'print.changed' }>, 'type'>;

/** What the gateway needs of the spool: the same key is the same job. */
export interface PrintQueue {
  /** Jobs whose end nobody knows. */
  readonly unknownJobs: number;
  jobOf(key: string): string | undefined;
  enqueue(job: { readonly key: string; readonly ticketId: string; readonly slip: Slip }): string;
  onChange(listener: (change: PrintChange) => void): () => void;
}

export interface PrintingOptions {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly secretOf: (visitId: string) => string | undefined;
  readonly queue: PrintQueue | undefined;
  readonly answerWithin: number;
}

/** Puts a visit's ticket on paper: the hub renders the slip, the spool prints it once however often it is asked. */
export function ticketPrinting(options: PrintingOptions): (wish: PrintWish) => Promise<PrintTicketReply> {
  const { queue } = options;
  const underWay = new Map<string, Promise<PrintTicketReply>>();

  const print = async (wish: PrintWish, into: PrintQueue): Promise<PrintTicketReply> => {
    const secret = options.secretOf(wish.visitId);
    if (secret === undefined) return { ok: false, reason: 'visit-ended' };
    const known = into.jobOf(wish.key);
    if (known !== undefined) return { ok: true, jobId: known };
    const fetched = await fetchSlip(options, wish, secret);
    if (!fetched.ok) return fetched;
    return { ok: true, jobId: into.enqueue({ key: wish.key, ticketId: wish.ticketId, slip: fetched.slip }) };
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
    path: `/api/visits/${encodeURIComponent(wish.visitId)}/slips/${encodeURIComponent(wish.ticketId)}?language=${wish.language}`,
    shape: slipReply,
    credential: options.credential(),
    secret,
    answerWithin: options.answerWithin,
  });
  return reply.kind === 'answer' ? reply.value : { ok: false, reason: 'hub-away' };
}
