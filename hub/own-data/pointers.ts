import { z } from 'zod';
import type { LoadedIdentifier, Pointer } from '../contract/index.ts';
import { rawIdentifier, rawOne, rawText } from './raw.ts';
import { withoutTitle, wordsOf } from './spoken-names.ts';

const rawReference = z.object({
  reference: rawOne(z.string().max(2000)),
  type: rawText,
  identifier: rawOne(rawIdentifier),
  display: rawText,
});
export const rawPointer = rawOne(rawReference);
export type RawReference = z.output<typeof rawReference>;

const relative = /(?:^|\/)(?<type>[A-Z][A-Za-z]{2,60})\/(?<id>[^/?#\s]{1,128})(?:\/_history\/[^/]*)?$/u;
const conditional = /(?:^|\/)(?<type>[A-Z][A-Za-z]{2,60})\?(?:[^#]*&)?identifier=(?<token>[^&#]+)/u;
const longest = 300;

/**
 * Keys of an address such as Patient/12, https://fhir.example/Patient/12, urn:uuid:… or #p1, where `owner` is the
 * resource that contains #p1. A relative reference and the absolute one of the same resource share a key.
 */
export function keysOf(address: string, owner: string): string[] {
  const plain = address.trim();
  if (plain === '' || plain === '#') return [];
  if (plain.startsWith('#')) return short([`${owner}${plain}`]);
  if (/^urn:/iu.test(plain)) return short([plain.toLowerCase()]);
  const found = relative.exec(plain)?.groups;
  if (found === undefined) return short([plain]);
  const own = `${found['type'] ?? ''}/${found['id'] ?? ''}`;
  return short([own]);
}

function short(keys: readonly string[]): string[] {
  return keys.filter((key) => key.length <= longest);
}

/** Whom a FHIR Reference means; undefined when it says nothing at all. */
export function pointerOf(raw: RawReference | undefined, owner: string): Pointer | undefined {
  if (raw === undefined) return undefined;
  const address = raw.reference ?? '';
  const asked = conditional.exec(address)?.groups;
  const keys = asked === undefined ? keysOf(address, owner) : [];
  const identifier = identifierOf(raw, asked?.['token']);
  const display = wordsOf(withoutTitle(raw.display));
  if (keys.length === 0 && identifier === null && display === null) return undefined;
  const type = asked?.['type'] ?? relative.exec(address)?.groups?.['type'] ?? raw.type ?? null;
  return { keys, type: type === null ? null : type.slice(0, 64), identifier, display };
}

/** The identifier in Practitioner?identifier=system|value, else the reference's own. */
function identifierOf(raw: RawReference, token: string | undefined): LoadedIdentifier | null {
  if (token === undefined) {
    const { system, value } = raw.identifier ?? {};
    return value === undefined ? null : { system: system ?? null, value };
  }
  const plain = decoded(token);
  const bar = plain.lastIndexOf('|');
  const value = plain.slice(bar + 1).trim();
  if (value === '' || value.length > 200) return null;
  const system = plain.slice(0, Math.max(bar, 0));
  return { system: system === '' || system.length > 200 ? null : system, value };
}

function decoded(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
