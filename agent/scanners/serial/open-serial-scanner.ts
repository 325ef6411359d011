import type { ByteStream } from '../../transport/byte-stream.ts';
import { realTimers } from '../../transport/timers.ts';
import type { CodeScanner } from '../code-scanner.ts';
import { SerialScanner, type SerialScannerOptions } from './driver.ts';

/**
 * Starts a scanner, stripe reader or passport reader that pushes what it reads. Ends of line (CR, LF, CRLF), STX, ETX
 * and the prefix are taken off; a pause ends what a device without an end of line sends.
 */
export function openSerialScanner(
  options: { readonly stream: ByteStream } & Partial<Omit<SerialScannerOptions, 'triggerOn' | 'triggerOff'>> & {
      /** Hexadecimal. */
      readonly triggerOn?: string;
      readonly triggerOff?: string;
    },
): CodeScanner {
  return new SerialScanner({
    stream: options.stream,
    timers: options.timers ?? realTimers,
    silenceMilliseconds: options.silenceMilliseconds ?? 80,
    sameCodeMilliseconds: options.sameCodeMilliseconds ?? 1500,
    prefix: options.prefix ?? '',
    severalLines: options.severalLines ?? false,
    triggerOn: Buffer.from(options.triggerOn ?? '', 'hex'),
    triggerOff: Buffer.from(options.triggerOff ?? '', 'hex'),
    report: options.report ?? (() => undefined),
  });
}
