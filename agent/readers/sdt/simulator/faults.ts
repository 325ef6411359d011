/** What can be wrong with a reader or its line, one at a time. */
export const readerFaults = [
  'silent', // hears and says nothing
  'wrong-checksum',
  'short-reply', // a correct frame that lacks its data
  'over-long-reply', // claims more bytes than any frame has, then sends them
  'never-ending-length', // claims bytes that never come
  'endless-bytes', // babbles without a pause, whatever it is asked
  'noise-before', // junk, vendor bytes and extra AA before the reply
  'noise-inside', // a disturbed byte and two foreign ones in the middle
  'split-bytes', // each byte travels alone
  'slow', // as over a line of 9600 bits a second
  'read-error', // the chip fails and hangs
  'module-fault', // the security module failed its self-test
  'cable-cut', // connections drop and are refused
] as const;
export type ReaderFault = (typeof readerFaults)[number];

/** Pieces of a reply in sending order, and the pause before each piece after the first, in milliseconds. */
export interface Delivery {
  readonly pieces: readonly Uint8Array[];
  readonly pause: number;
}

function piecesOf(reply: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(reply.length / size) }, (_, index) =>
    reply.subarray(index * size, (index + 1) * size),
  );
}

function changed(reply: Uint8Array, place: number): Uint8Array {
  return reply.map((byte, index) => (index === place ? byte ^ 0x5a : byte));
}

const junk = Buffer.from([0x00, 0xff, 0xaa, 0xaa, 0x96, 0x55, 0x02, 0xaa]);
const claim = (length: number) => Buffer.from([0xaa, 0xaa, 0xaa, 0x96, 0x69, length >> 8, length & 0xff]);

function noisyInside(reply: Uint8Array): Uint8Array {
  const middle = Math.floor(reply.length / 2);
  return Buffer.concat([reply.subarray(0, middle), Buffer.from([0x00, 0xaa]), changed(reply.subarray(middle), 0)]);
}

/** A reply frame as a line with that fault delivers it. */
export function deliver(reply: Uint8Array, fault: ReaderFault | null): Delivery {
  const whole = (...parts: readonly Uint8Array[]): Delivery => ({ pieces: [Buffer.concat(parts)], pause: 0 });
  switch (fault) {
    case 'silent':
    case 'cable-cut':
      return { pieces: [], pause: 0 };
    case 'wrong-checksum':
      return whole(changed(reply, reply.length - 1));
    case 'over-long-reply':
      return whole(claim(0xffff), Buffer.alloc(5000, 0x20));
    case 'never-ending-length':
      return whole(claim(2400), reply.subarray(7));
    case 'noise-before':
      return whole(junk, reply);
    case 'noise-inside':
      return whole(noisyInside(reply));
    case 'split-bytes':
      return { pieces: piecesOf(reply, 1), pause: 0 };
    case 'slow':
      return { pieces: piecesOf(reply, 16), pause: 17 };
    default:
      return whole(reply);
  }
}
