import { loadedResource, loadedTypes, type LeftOne, type LeftReason, type LoadedResource } from '../contract/index.ts';
import { isRecord, type Entry } from './entries.ts';
import { identityOf, type Identity } from './identity.ts';
import { rawIdentifiers } from './raw.ts';
import { readAppointment, readSlot } from './read-appointment.ts';
import { readDirectory } from './read-directory.ts';
import { readPatient } from './read-patient.ts';

export interface ReadEntry {
  readonly resources: readonly LoadedResource[];
  readonly left: readonly LeftOne[];
}

const mostContained = 100;
/** A resource that says so much of what we need is nobody's. Bytes. */
const largest = 32 * 1024;

/** What a load takes of one resource in a file, and of those contained in it. Never throws. */
export function readEntry(entry: Entry): ReadEntry {
  const identity = identityOfEntry(entry);
  const one = readOne(entry, identity);
  const inside = containedIn(entry, identity).map((contained) => readOne(contained, identityOfEntry(contained)));
  const all = [one, ...inside];
  return {
    resources: all.flatMap((read) => ('reason' in read ? [] : [read])),
    left: all.flatMap((read) => ('reason' in read ? [read] : [])),
  };
}

function identityOfEntry(entry: Entry): Identity {
  const identifiers = rawIdentifiers.parse(entry.resource['identifier']);
  return identityOf(entry, typeOf(entry), identifiers);
}

function typeOf({ resource }: Entry): string {
  return String(resource['resourceType'])
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 64);
}

/** Contained resources contain no others (FHIR R4, dom-2). */
function containedIn({ resource, owner, place }: Entry, identity: Identity): Entry[] {
  const { contained } = resource;
  if (owner !== undefined || !Array.isArray(contained)) return [];
  return contained.slice(0, mostContained).flatMap((inside: unknown) => {
    if (!isRecord(inside) || typeof inside['resourceType'] !== 'string') return [];
    return [{ resource: inside, fullUrl: undefined, place, owner: identity.identity }];
  });
}

function readOne(entry: Entry, identity: Identity): LoadedResource | LeftOne {
  const read = readByType(entry, identity);
  const type = typeOf(entry);
  const { reference } = identity;
  if (typeof read === 'string') return { reference, type, reason: read };
  // What the hub will not take is found out here, where it can be said of which resource.
  const right = loadedResource.safeParse(read);
  if (!right.success) return { reference, type, reason: 'no-content' };
  const written = JSON.stringify(right.data);
  // No database of ours stores NUL, nor what looks like one.
  if (written.includes('\\u0000')) return { reference, type, reason: 'no-content' };
  if (Buffer.byteLength(written) > largest) return { reference, type, reason: 'too-large' };
  return right.data;
}

function readByType({ resource }: Entry, identity: Identity): LoadedResource | LeftReason {
  const type = loadedTypes.find((known) => known === resource['resourceType']);
  switch (type) {
    case undefined:
      return 'type-not-used';
    case 'Patient':
      return readPatient(resource, identity);
    case 'Appointment':
      return readAppointment(resource, identity);
    case 'Slot':
      return readSlot(resource, identity);
    default:
      return readDirectory(type, resource, identity);
  }
}
