/** Opens and closes what some scanners send. */
const startOfText = 0x02;
const endOfText = 0x03;

/** What a device said, as lines of text; undefined: bytes of no known text. */
export function linesOf(bytes: Uint8Array, prefix: string): readonly string[] | undefined {
  const text = decode(bytes.filter((byte) => byte !== startOfText && byte !== endOfText && byte !== 0));
  return text
    ?.split(/[\r\n]+/)
    .map((line) => withoutPrefix(line.trim(), prefix))
    .filter((line) => line !== '');
}

function withoutPrefix(line: string, prefix: string): string {
  return line.startsWith(prefix) ? line.slice(prefix.length).trimStart() : line;
}

/** UTF-8, else GB18030, as older scanners send Chinese. */
function decode(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      continue;
    }
  }
  return undefined;
}
