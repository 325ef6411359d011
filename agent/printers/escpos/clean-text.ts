/**
 * Text as paper may carry it. Names and notes come from other systems: control bytes would be commands to the printer,
 * bidi marks and other invisible format characters reorder or hide what is read.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;
const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/gu;
const spaces = /[^\S\n\u3000]/gu;
const withMarks = /\P{M}\p{M}+/gu;

/** One line: line ends become spaces, nothing invisible is left. */
export function cleanLine(text: string): string {
  return cleanParagraphs(text).join(' ').trim();
}

/** Paragraphs as the text has them; at least one, possibly empty. */
export function cleanParagraphs(text: string): string[] {
  return text.replaceAll(lineEnds, '\n').split('\n').map(cleanRun);
}

function cleanRun(text: string): string {
  return (
    text
      .replaceAll(spaces, ' ')
      .replaceAll(invisible, '')
      // Composed only where a mark follows: whole-text normalisation would replace characters of names.
      .replaceAll(withMarks, (cluster) => cluster.normalize('NFC'))
      // A printer has the full-width sign only.
      .replaceAll('¥', '￥')
      // In its font a curved apostrophe is as wide as a Han character and would tear “nurses’ station”.
      .replaceAll(/(?<=\p{Script=Latin})’/gu, "'")
      .trimEnd()
  );
}
