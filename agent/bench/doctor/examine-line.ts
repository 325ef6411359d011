import { frameOf } from '../../readers/sdt/frame.ts';
import { FrameParser } from '../../readers/sdt/parser.ts';
import { describeStatus, isReaderFault } from '../../readers/sdt/status.ts';
import type { AskLine } from './ask-line.ts';
import { complaintOfLine, type Complaint, type Finding } from './finding.ts';

/** Speeds at which readers are delivered, the usual ones first. Bits a second. */
export const readerSpeeds = [115_200, 9600, 57_600, 38_400, 19_200, 230_400] as const;

/** Status of the security module, a question that every GA 450 reader answers and no card is needed for. */
const samStatus = frameOf(Uint8Array.of(0x11, 0xff));
/** DLE EOT 1: how is the printer? Answered at once, whatever it does. */
const printerStatus = Uint8Array.of(0x10, 0x04, 0x01);

/** What was found on a line. */
export type OnLine =
  | { readonly is: 'reader'; readonly baud: number; readonly fault: string | null }
  | { readonly is: 'printer'; readonly baud: number }
  | { readonly is: 'silent' }
  | { readonly is: 'shut'; readonly complaint: Complaint; readonly why: string };

/** Looks for a card reader at each speed; over TCP there is one speed only. */
export async function findReader(ask: AskLine, address: string, speeds: readonly number[]): Promise<OnLine> {
  for (const baud of speedsOf(address, speeds)) {
    const answer = await ask({ address, baud, bytes: samStatus, isAnswer: (bytes) => statusIn(bytes) !== undefined });
    if (!answer.ok) return { is: 'shut', complaint: complaintOfLine(answer.why), why: answer.why };
    const code = statusIn(answer.bytes);
    if (code !== undefined) return { is: 'reader', baud, fault: isReaderFault(code) ? describeStatus(code) : null };
  }
  return { is: 'silent' };
}

/** Looks for a slip printer at each speed. */
export async function findPrinter(ask: AskLine, address: string, speeds: readonly number[]): Promise<OnLine> {
  for (const baud of speedsOf(address, speeds)) {
    const answer = await ask({ address, baud, bytes: printerStatus, isAnswer: isPrinterStatus });
    if (!answer.ok) return { is: 'shut', complaint: complaintOfLine(answer.why), why: answer.why };
    if (isPrinterStatus(answer.bytes)) return { is: 'printer', baud };
  }
  return { is: 'silent' };
}

/** What a line leads to: a reader, a printer, or something that says nothing by itself. */
export async function findAnything(ask: AskLine, address: string): Promise<OnLine> {
  const reader = await findReader(ask, address, readerSpeeds);
  if (reader.is !== 'silent') return reader;
  return findPrinter(ask, address, [115_200, 9600, 38_400, 19_200]);
}

function speedsOf(address: string, speeds: readonly number[]): readonly number[] {
  const own = /\?baud=(\d+)$/.exec(address)?.[1];
  if (own !== undefined) return [Number(own)];
  return address.startsWith('tcp:') ? speeds.slice(0, 1) : speeds;
}

/** Third status byte of the first frame. */
function statusIn(bytes: Uint8Array): number | undefined {
  const frame = new FrameParser().push(bytes).find((event) => event.type === 'frame');
  return frame?.type === 'frame' ? frame.body[2] : undefined;
}

/** Bits 0 and 7 are 0, bits 1 and 4 are 1: EPSON ESC/POS, DLE EOT. A device that echoes repeats our question. */
function isPrinterStatus(bytes: Uint8Array): boolean {
  const [first] = bytes;
  return bytes.length === 1 && first !== undefined && (first & 0x93) === 0x12;
}

/** A found line as a finding. */
export function findingOnLine(found: OnLine, address: string, configured: boolean): Finding {
  const base = { address, configured, baud: null, detail: null };
  const baudOf = (baud: number): number | null => (address.startsWith('tcp:') ? null : baud);
  switch (found.is) {
    case 'reader':
      if (found.fault !== null)
        return {
          ...base,
          device: 'reader',
          baud: baudOf(found.baud),
          state: 'wrong',
          complaint: 'security-module',
          detail: found.fault,
        };
      return { ...base, device: 'reader', baud: baudOf(found.baud), state: 'well', complaint: null };
    case 'printer':
      return { ...base, device: 'printer', baud: baudOf(found.baud), state: 'well', complaint: null };
    case 'silent':
      return { ...base, device: 'line', state: 'note', complaint: 'says-nothing-by-itself' };
    case 'shut':
      return { ...base, device: 'line', state: 'note', complaint: found.complaint, detail: detailOf(found) };
  }
}

function detailOf({ complaint, why }: OnLine & { is: 'shut' }): string | null {
  return complaint === 'device-away' ? why : null;
}
