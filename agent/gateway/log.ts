/** Details of a log line: counts, states and reasons. Never a number, a name, a credential or a slip. */
export type LogDetails = Readonly<Record<string, string | number | boolean | null>>;
export type Log = (what: string, details?: LogDetails) => void;

/** A log of JSON lines, one event a line. */
export function jsonLineLog(options: { readonly now: () => number; readonly write: (line: string) => void }): Log {
  return (what, details = {}) => {
    const at = new Date(options.now()).toISOString();
    options.write(`${JSON.stringify({ at, what, ...details })}\n`);
  };
}

/** What may be said of an error in a log: its kind and where it rose. Its message could hold what a patient typed. */
export function describeError(error: unknown): LogDetails {
  if (!(error instanceof Error)) return { error: typeof error };
  const where = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return { error: error.name, at: where?.trim() ?? 'unknown place' };
}
