const hanzi = /[\u2e80-\u9fff\uff00-\uffef]/u;

/** Width of a text in em: Hanzi and full-width signs are one, other letters at most somewhat more than half. */
export function emsOf(text: string): number {
  return widthOf(text, 0.6);
}

/** The same of a text of mostly small letters, which are half as wide as Hanzi. */
export function emsOfSmallLetters(text: string): number {
  return widthOf(text, 0.5);
}

function widthOf(text: string, other: number): number {
  return [...text].reduce((sum, letter) => sum + (hanzi.test(letter) ? 1 : other), 0);
}

/** Lines of a text, none wider than `widest` em: broken between words and Hanzi, and within a word only where it alone is wider. */
export function wrapped(text: string, widest: number): readonly string[] {
  const lines = [''];
  for (const piece of piecesOf(text, widest)) {
    const line = lines.at(-1) ?? '';
    if (line === '' || emsOf((line + piece).trimEnd()) <= widest) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}

/** A text in one line, cut where it would be wider than `widest` em. */
export function shortened(text: string, widest: number): string {
  if (emsOf(text) <= widest) return text;
  const letters = [...text];
  const most = letters.findIndex((_, index) => emsOf(letters.slice(0, index + 1).join('')) + 1 > widest);
  return `${letters.slice(0, Math.max(1, most)).join('').trimEnd()}…`;
}

function piecesOf(text: string, widest: number): readonly string[] {
  return text
    .split(/(?<= )|(?<=[\u2e80-\u9fff\uff00-\uffef])/u)
    .flatMap((piece) => (emsOf(piece.trimEnd()) > widest ? [...piece] : [piece]));
}
