import { realTimers, type Timers } from '../../transport/timers.ts';
import { ExternalProgram, programTiming, type ProgramTiming, type ReportProgram } from './external-program.ts';

export interface ExternalOptions {
  /** The program and its arguments; started without a shell. */
  readonly command: readonly string[];
  readonly timers?: Timers;
  readonly timing?: Partial<ProgramTiming>;
  readonly report?: ReportProgram;
}

/** Starts a driver that is a program of its own, and keeps it alive. */
export function openExternalProgram(options: ExternalOptions): ExternalProgram {
  return new ExternalProgram({
    command: options.command,
    timers: options.timers ?? realTimers,
    timing: { ...programTiming, ...options.timing },
    report: options.report ?? (() => undefined),
  });
}
