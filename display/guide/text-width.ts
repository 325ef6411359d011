const hanzi = /[\u2e80-\u9fff\uff00-\uffef]/u;

/** Width of a text in em: Hanzi and full-width signs are one, other letters somewhat more than half. */
export function emsOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (hanzi.test(letter) ? 1 : 0.6), 0);
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

function piecesOf(text: string, widest: number): readonly string[] {
  return text
    .split(/(?<= )|(?<=[\u2e80-\u9fff\uff00-\uffef])/u)
    .flatMap((piece) => (emsOf(piece.trimEnd()) > widest ? [...piece] : [piece]));
}
