import type { PrinterStatus, PrintOutcome, PrintProblem, Slip } from '@lobby/hub/contract';

export interface PrintResult {
  readonly outcome: PrintOutcome;
  readonly status: PrinterStatus;
  readonly problem: PrintProblem | null;
}

/**
 * A thermal printer. `refused`: nothing was sent, so the job may be tried again; `printed`: the printer confirmed it;
 * `unknown`: bytes left and no confirmation came back, so nobody knows, and it must not be sent again by itself.
 */
export interface SlipPrinter {
  /** What the printer last said of itself. */
  readonly status: PrinterStatus;
  onStatus(listener: (status: PrinterStatus) => void): () => void;
  /** Asks the printer now; a silent printer is offline with fault "silent". */
  ask(): Promise<PrinterStatus>;
  /** Prints once, at most `timeoutMs` (default 18 000). `onSending` runs, and is awaited, before the first byte leaves. */
  print(
    slip: Slip,
    options?: { readonly timeoutMs?: number; readonly onSending?: () => void | Promise<void> },
  ): Promise<PrintResult>;
  close(): Promise<void>;
}
