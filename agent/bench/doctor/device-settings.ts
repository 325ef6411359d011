import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Finding } from './finding.ts';

/** What a found device is called in the settings. */
const kinds = { reader: 'sdt', scanner: 'serial', stripe: 'serial', documents: 'mrz', printer: 'escpos' } as const;
const roles = ['reader', 'scanner', 'stripe', 'documents', 'printer'] as const;

/**
 * The site's terminals.yaml with what was found of one terminal's devices: devices that work are named, a reader's speed
 * is corrected, and what the settings say of everything else, of other terminals, and in comments stays.
 */
export function settingsFor(options: {
  readonly site: string;
  readonly terminalId: string;
  readonly findings: readonly Finding[];
}): string {
  const document = terminalsOf(options.site);
  const terminal = terminalIn(document, options.terminalId);
  for (const role of roles) writeRole(document, terminal, role, options.findings);
  return document.toString({ lineWidth: 120 });
}

/** The file of the site that names its terminals; an empty one where none does. */
function terminalsOf(site: string): Document {
  for (const file of readdirSync(site)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const document = parseDocument(readFileSync(join(site, file), 'utf8'));
    if (document.has('terminals')) return onlyTerminals(document);
  }
  return parseDocument('terminals: []');
}

/** A file that names more than terminals keeps the rest for itself. */
function onlyTerminals(document: Document): Document {
  const { contents } = document;
  if (isMap(contents)) contents.items = contents.items.filter(({ key }) => String(key) === 'terminals');
  return document;
}

function terminalIn(document: Document, id: string): YAMLMap {
  const terminals = document.get('terminals');
  const items = isSeq(terminals) ? terminals.items.filter(isMap) : [];
  const found = items.find((item) => item.get('id') === id);
  if (found !== undefined) return found;
  const name = { zh: `自助机 ${id}`, en: `Terminal ${id}` };
  const made: YAMLMap = document.createNode({ id, name, level: 1, panel: 'portrait-21' });
  if (isSeq(terminals)) terminals.add(made);
  else document.set('terminals', document.createNode([made]));
  return made;
}

/** A configured device that works stays as it is; one that does not makes room for another that was found. */
function writeRole(
  document: Document,
  terminal: YAMLMap,
  role: (typeof roles)[number],
  findings: readonly Finding[],
): void {
  const own = findings.find((finding) => finding.device === role && finding.configured);
  if (own?.complaint === 'reader-at-other-speed') terminal.setIn([role, 'baud'], own.baud);
  const isDead = own === undefined || (own.state === 'wrong' && own.complaint !== 'reader-at-other-speed');
  const found = findings.find(({ device, state, configured }) => device === role && state === 'well' && !configured);
  if (!isDead || found === undefined || found.address === null) return;
  const kind = kinds[role];
  const speed = found.baud === null ? {} : { baud: found.baud };
  terminal.set(role, document.createNode({ kind, address: found.address, ...speed }, { flow: true }));
}
