import type { PrintProblem, PrintOutcome, Slip } from '@lobby/hub/contract';

export type JobState = 'queued' | 'printing' | PrintOutcome;

/** One request to put a ticket on paper, without anything personal. */
export interface PrintJob {
  readonly id: string;
  /** Made by whoever asked; asked twice with one key is one job. */
  readonly key: string;
  readonly ticketId: string;
  readonly state: JobState;
  readonly problem: PrintProblem | null;
}

export interface NewJob {
  readonly key: string;
  readonly ticketId: string;
  readonly slip: Slip;
}

/** Why a job was not taken; each leaves the spool as it was, so asking again is safe. */
export type EnqueueRefusal = 'disk-full' | 'read-only' | 'storage-failed' | 'closed';

export type EnqueueReply =
  { readonly ok: true; readonly job: PrintJob } | { readonly ok: false; readonly reason: EnqueueRefusal };
