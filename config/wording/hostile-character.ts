/** First and last code points: control bytes and Latin, marks of direction and signs, Chinese, and everything but halves of pairs. */
const blocks = [
  [0x0000, 0x00ff],
  [0x2000, 0x20ff],
  [0x4e00, 0x9fff],
  [0x0000, 0xd7ff],
  [0xe000, 0x10ffff],
] as const;

/** A character for each number from 0: every one there is, and those that make trouble more often than chance would. For properties in tests. */
export function hostileCharacter(number: number): string {
  const [first, last] = blocks[number % blocks.length] ?? blocks[0];
  return String.fromCodePoint(first + (Math.floor(number / blocks.length) % (last - first + 1)));
}
