import { slipOfWay, waySlipReply, type PrintWay, type PrintWayReply } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { PrintingOptions } from './printing.ts';

/**
 * Puts a way on paper for whoever stands here, known or not: the hub renders the slip, the spool prints it once however
 * often it is asked with one key.
 */
export function wayPrinting(
  options: Pick<PrintingOptions, 'line' | 'credential' | 'queue' | 'answerWithin' | 'log'>,
): (wish: PrintWay) => Promise<PrintWayReply> {
  const { line, credential, queue, answerWithin, log } = options;
  return async ({ key, ...body }) => {
    if (queue === undefined) return { ok: false, reason: 'no-printer' };
    const question = { method: 'POST', path: '/api/terminal/way-slips', shape: waySlipReply, body } as const;
    const reply = await askHub(line, { ...question, credential: credential(), answerWithin });
    if (reply.kind !== 'answer') return { ok: false, reason: 'hub-away' };
    if (!reply.value.ok) return { ok: false, reason: 'no-way' };
    const taken = queue.enqueue({ key, ticketId: slipOfWay(key), slip: reply.value.slip });
    if (taken.ok) return { ok: true, jobId: taken.job.id };
    log('print job not taken', { reason: taken.reason });
    return { ok: false, reason: 'not-taken' };
  };
}
