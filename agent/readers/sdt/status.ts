/** Third status byte of a reply. GA 467, status codes. The first two may carry what the card itself said. */
export const status = {
  ok: 0x90,
  found: 0x9f,
  noCard: 0x80,
  notSelected: 0x81,
  requestChecksum: 0x10,
  requestLength: 0x11,
  selfTestFailed: 0x60,
  notAuthorised: 0x66,
  readFailed: 0x41,
  nothingThere: 0x91,
  requestUnknown: 0x21,
} as const;

const meanings: Readonly<Record<number, string>> = {
  0x90: 'ok',
  0x9f: 'card found',
  0x10: 'request checksum error',
  0x11: 'request length error',
  0x21: 'request not known to the reader',
  0x24: 'unknown error',
  0x31: 'the card did not accept the reader',
  0x32: 'the reader did not accept the card',
  0x33: 'message verification failed',
  0x40: 'not a resident ID card',
  0x41: 'reading the card failed',
  0x47: 'no random number from the card',
  0x60: 'security module failed its self-test',
  0x66: 'security module not authorised',
  0x80: 'no card found',
  0x81: 'selecting the card failed',
  0x91: 'the card has no such item',
};

/** A status for staff, such as "41, reading the card failed". */
export function describeStatus(code: number): string {
  const hex = code.toString(16).toUpperCase().padStart(2, '0');
  return `${hex}, ${meanings[code] ?? 'status not known'}`;
}

/** True when the reader itself is out of order, whatever lies on it. */
export function isReaderFault(code: number): boolean {
  return code === status.selfTestFailed || code === status.notAuthorised;
}

/** True when the reader did not understand the request as it arrived: a disturbed line, worth asking again. */
export function isDisturbedRequest(code: number): boolean {
  return code === status.requestChecksum || code === status.requestLength;
}
