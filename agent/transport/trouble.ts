const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset by the device',
  EPIPE: 'connection closed by the device',
  EHOSTUNREACH: 'no way to that host',
  ENETUNREACH: 'no way to that network',
  ETIMEDOUT: 'no answer from that host',
  ENOTFOUND: 'no host of that name',
  EAI_AGAIN: 'no host of that name',
};

const lineTroubles: readonly (readonly [RegExp, string])[] = [
  [/no such file|file not found/i, 'no such device'],
  [/permission denied|access denied/i, 'no permission to open the device'],
  [/cannot lock|resource busy|temporarily unavailable/i, 'another program holds the device'],
  [/inappropriate ioctl|not a (tty|typewriter)|is a directory/i, 'not a serial line'],
  [/bad file descriptor|input\/output error|i\/o error|no such device/i, 'unplugged'],
];

function codeOf(error: Error): string {
  if (error instanceof AggregateError) return codeOf(error.errors.find((each) => each instanceof Error) ?? new Error());
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Why a line to a device failed, in words for staff. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = sentences[codeOf(error)];
  if (known !== undefined) return known;
  return lineTroubles.find(([pattern]) => pattern.test(error.message))?.[1] ?? error.message;
}
