import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, type Document } from 'yaml';

export type DocumentResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly sentence: string };

/** The content of one YAML or JSON file. A file that is missing or broken is answered with a sentence. */
export function readDocument(file: string): DocumentResult {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { ok: false, sentence: `${file}: no such file, or it may not be read.` };
  }
  const read = readText(text);
  return read.ok ? read : { ok: false, sentence: `${file}: ${read.sentence}` };
}

/** The content of a YAML or JSON text. What is broken is answered with a sentence. */
export function readText(text: string): DocumentResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, merge: true });
  const [error] = document.errors;
  if (error === undefined) return contentOf(document);
  const { line } = lines.linePos(error.pos[0]);
  return { ok: false, sentence: `line ${line}: ${error.message.split('\n')[0] ?? ''}` };
}

/** An alias of something unknown, or aliases of aliases without end, show when the content is made of a document. */
function contentOf(document: Document): DocumentResult {
  try {
    return { ok: true, value: document.toJS() };
  } catch (error) {
    if (error instanceof ReferenceError || error instanceof TypeError) return { ok: false, sentence: error.message };
    throw error;
  }
}
