/** Letters and digits that cannot be mistaken for one another when read to somebody. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Something of ours that failed, and in which part. `where` is a route's pattern, never an address with ids in it. */
export interface Fault {
  readonly where: string;
  readonly error: unknown;
}

/** Writes a fault to the log and returns the id under which it stands there. */
export function logFault(fault: Fault): string {
  const id = faultId();
  console.error(`fault ${id} in ${fault.where}: ${describeFault(fault.error)}`);
  return id;
}

/**
 * What may be logged of an error: its kind, its code and the places in our code. Never its message, which may quote what
 * a patient or a page sent.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? '' : `\n  caused by ${describeFault(error.cause)}`;
  return [`${error.name}${code}`, ...places.slice(0, 12)].join('\n') + cause;
}

function faultId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => alphabet[byte % alphabet.length]).join('');
}
