/** JSON as archives really contain it: with a byte order mark, and with the NaN that Python writes, which becomes null. Undefined: neither. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes);
  return tried(text) ?? tried(withoutNaN(text));
}

/** Outside of strings. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?(?:NaN|Infinity)\b/g, (found) => (found.startsWith('"') ? found : 'null'));
}

function tried(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
