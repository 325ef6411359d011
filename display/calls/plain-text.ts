/**
 * Text from elsewhere made fit for a sign on a wall: no control bytes, no direction marks, no line breaks.
 * Markup needs no care here: the page writes text, never HTML.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How much room a text takes: `short` as 张*明, `long` as a Latin name, `very-long` beyond that. */
export function lengthOf(text: string): 'short' | 'long' | 'very-long' {
  const width = [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);
  if (width <= 10) return 'short';
  return width <= 22 ? 'long' : 'very-long';
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80;
}
