import type { PrinterStatus, PrintProblem } from '@lobby/hub/contract';

/** Answer to DLE EOT n: its byte, `noise` where something came that is no answer, null where nothing came. */
export type Answer = number | 'noise' | null;

/** Answers to DLE EOT 1 printer, 2 offline cause, 3 error cause, 4 paper sensor. */
export interface Answers {
  readonly printer: Answer;
  readonly offlineCause: Answer;
  readonly errorCause: Answer;
  readonly paper: Answer;
}

export const notAsked: PrinterStatus = { online: false, paper: 'unknown', cover: 'unknown', fault: null };
export const silent: PrinterStatus = { ...notAsked, fault: 'silent' };
export const notConnected: PrinterStatus = { ...notAsked, fault: 'not-connected' };

/** Reads the four answers; what is not answered is unknown, never healthy. Bits as in EPSON ESC/POS, DLE EOT. */
export function readStatus(answers: Answers): PrinterStatus {
  if (answers.printer === null) return silent;
  return {
    online: typeof answers.printer === 'number' && !has(answers.printer, 0x08),
    paper: paperOf(answers),
    cover: typeof answers.offlineCause === 'number' ? (has(answers.offlineCause, 0x04) ? 'open' : 'closed') : 'unknown',
    fault: faultOf(answers),
  };
}

function paperOf({ paper, offlineCause }: Answers): PrinterStatus['paper'] {
  if (has(paper, 0x60) || has(offlineCause, 0x20)) return 'out';
  if (typeof paper !== 'number') return 'unknown';
  return has(paper, 0x0c) ? 'near-end' : 'ok';
}

function faultOf(answers: Answers): string | null {
  const { printer, offlineCause, errorCause, paper } = answers;
  if (has(errorCause, 0x08)) return 'cutter';
  if (has(errorCause, 0x20)) return 'unrecoverable';
  if (has(errorCause, 0x40)) return 'head-hot';
  if (has(errorCause, 0x04)) return 'recoverable';
  if (has(offlineCause, 0x40)) return 'error';
  if (has(printer, 0x20)) return 'waiting-for-recovery';
  const garbled = Object.values(answers).includes('noise') || halfPair(paper, 0x0c) || halfPair(paper, 0x60);
  return garbled ? 'status-not-understood' : null;
}

function has(answer: Answer, bits: number): boolean {
  return typeof answer === 'number' && (answer & bits) !== 0;
}

/** Both bits of a paper sensor move together; one alone is a printer that speaks another dialect. */
function halfPair(answer: Answer, pair: number): boolean {
  return has(answer, pair) && typeof answer === 'number' && (answer & pair) !== pair;
}

/** What keeps a slip from being printed; near the end of the paper is no reason. */
export function problemOf(status: PrinterStatus): PrintProblem | null {
  if (status.fault === 'silent') return 'silent';
  if (status.fault === 'not-connected') return 'offline';
  if (status.cover === 'open') return 'cover-open';
  if (status.paper === 'out') return 'paper-out';
  if (status.fault !== null) return 'fault';
  return status.online ? null : 'offline';
}
