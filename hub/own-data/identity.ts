import { createHash } from 'node:crypto';
import { keysOf } from './pointers.ts';
import type { LoadedIdentifier } from '../contract/index.ts';
import type { Entry } from './entries.ts';

/** How a resource is called in the report, kept in the store, and named by others. */
export interface Identity {
  readonly reference: string;
  readonly identity: string;
  readonly keys: string[];
}

const longestId = 128;

/**
 * By its id; else by the address of its entry; else by its first identifier; else by all that is in it. Identifiers are
 * hashed: they may be numbers of a person's cards.
 */
export function identityOf(entry: Entry, type: string, identifiers: readonly LoadedIdentifier[]): Identity {
  const { resource, owner, place, fullUrl } = entry;
  const id = plainId(resource['id']);
  if (owner !== undefined) {
    const reference = `${owner}#${id ?? hashOf(contentOf(entry))}`.slice(0, 300);
    return { reference, identity: reference, keys: [reference] };
  }
  const ofEntry = keysOf(fullUrl ?? '', '');
  if (id !== undefined) {
    const own = `${type}/${id}`;
    return { reference: own, identity: own, keys: [...new Set([own, ...ofEntry])] };
  }
  const [address] = ofEntry;
  if (address !== undefined) return { reference: address, identity: address, keys: ofEntry };
  const [first] = identifiers;
  const known = first === undefined ? contentOf(entry) : `${first.system ?? ''}|${first.value}`;
  return { reference: place.slice(0, 300), identity: `${type}?${hashOf(known)}`, keys: [] };
}

function plainId(id: unknown): string | undefined {
  const text = typeof id === 'number' ? String(id) : typeof id === 'string' ? id.trim() : '';
  return text === '' || text.length > longestId || /[\p{C}\s/#?]/u.test(text) ? undefined : text;
}

/** All that is in a resource; where it stands, when that is nested deeper than anybody can write down. */
function contentOf({ resource, place }: Entry): string {
  try {
    return JSON.stringify(resource);
  } catch {
    return place;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
