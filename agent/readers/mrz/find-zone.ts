/** A line of a machine readable zone: capital letters, digits and fillers, as long as one of a document. */
const zoneLine = /^[A-Z0-9<]{30}$|^[A-Z0-9<]{36}$|^[A-Z0-9<]{44}$/;

/** Deeper than what a reader nests. */
const deepest = 4;

/**
 * The lines of a machine readable zone in what a passport reader pushed: the lines themselves, or JSON (some write
 * CameraData: before it) that has them somewhere in a field, in one string or in several. Empty: none in it.
 */
export function findZone(pushed: string): readonly string[] {
  const start = pushed.indexOf('{');
  const texts = start < 0 ? [pushed] : stringsIn(parseJson(pushed.slice(start)), deepest);
  for (const text of texts) {
    const lines = zoneLines(text);
    if (lines.length >= 2) return lines.slice(0, 3);
  }
  return zoneLines(texts.join('\n')).slice(0, 3);
}

function zoneLines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => zoneLine.test(line));
}

function stringsIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.values(value).flatMap((child) => stringsIn(child, depth - 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
