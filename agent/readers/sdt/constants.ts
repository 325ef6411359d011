/** Opens every frame in both directions. GA 450, frame. */
export const preamble = Buffer.from([0xaa, 0xaa, 0xaa, 0x96, 0x69]);

/** The length field counts everything after itself, checksum included. */
export const lengthBytes = 2;
export const shortestLength = 3;
/** Longer than a base reply with fingerprints (090A) ever is. */
export const longestLength = 2400;

/** Every status has three bytes before its data; only the third one tells. */
export const statusBytes = 3;

/** Command and parameter of the requests that this driver makes. Fingerprints (30 10) are never asked for. */
export const commands = {
  findCard: [0x20, 0x01],
  selectCard: [0x20, 0x02],
  readBase: [0x30, 0x01],
} as const;

/** Text of the base reply: 256 bytes of UTF-16LE, the kind of card at 248. */
export const textBytes = 256;
export const kindOffset = 248;
