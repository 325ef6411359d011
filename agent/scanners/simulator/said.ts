/** The bytes of a QR scanner with its usual suffix. */
export const saidByScanner = (code: string): string => `${code}\r`;

/** The bytes of a stripe reader: tracks 1 and 2 with their sentinels. ISO 7811. */
export const saidByStripeReader = (number: string): string => `%B${number}^HOSPITAL CARD?;${number}=2912?\r\n`;

/** The bytes of a passport reader that wraps the lines into JSON between STX and ETX. */
export const saidByPassportReader = (zone: readonly string[]): string =>
  `\u0002CameraData:${JSON.stringify({ ret: 0, mrz: zone.join('\n') })}\u0003\r\n`;
