import { z } from 'zod';
import type { Loaded } from '../contract/index.ts';
import type { Identity } from './identity.ts';
import { pointerOf, rawPointer } from './pointers.ts';
import { rawConcept, rawIdentifiers, rawList, rawName, rawText } from './raw.ts';
import { staffName, wordsOf, wordsOfConcepts } from './spoken-names.ts';

const rawDirectory = z.object({
  identifier: rawIdentifiers,
  name: z.unknown().optional(),
  alias: rawList(rawText, 5),
  description: rawText,
  practitioner: rawPointer,
  organization: rawPointer,
  managingOrganization: rawPointer,
  providedBy: rawPointer,
  location: rawList(rawPointer, 20),
  healthcareService: rawList(rawPointer, 20),
  specialty: rawList(rawConcept, 10),
  code: rawList(rawConcept, 10),
  type: rawList(rawConcept, 10),
  actor: rawList(rawPointer, 20),
});
type RawDirectory = z.output<typeof rawDirectory>;

type DirectoryType =
  'Practitioner' | 'PractitionerRole' | 'Organization' | 'Location' | 'HealthcareService' | 'Schedule';

/** People, places and services as far as patients read of them; missing parts are missing. */
export function readDirectory(type: DirectoryType, resource: unknown, identity: Identity): Loaded<DirectoryType> {
  const raw = rawDirectory.parse(resource);
  const base = { ...identity, identifiers: raw.identifier };
  const to = (pointer: RawDirectory['practitioner']) => pointerOf(pointer, identity.identity) ?? null;
  const all = (pointers: RawDirectory['location']) => pointers.flatMap((one) => to(one) ?? []);
  switch (type) {
    case 'Practitioner':
      return { type, ...base, name: staffName(rawList(rawName, 12).parse(raw.name)) };
    case 'PractitionerRole':
      return {
        type,
        ...base,
        practitioner: to(raw.practitioner),
        organization: to(raw.organization),
        locations: all(raw.location),
        services: all(raw.healthcareService),
        specialty: wordsOfConcepts([...raw.specialty, ...raw.code]),
      };
    case 'Organization':
      return { type, ...base, name: placeName(raw) };
    case 'Location':
      return { type, ...base, name: placeName(raw), organization: to(raw.managingOrganization) };
    case 'HealthcareService':
      return {
        type,
        ...base,
        name: placeName(raw) ?? wordsOfConcepts([...raw.type, ...raw.specialty]),
        organization: to(raw.providedBy),
      };
    case 'Schedule':
      return { type, ...base, actors: all(raw.actor) };
  }
}

function placeName({ name, alias, description }: RawDirectory) {
  const text = rawText.parse(name);
  return wordsOf(text, ...alias) ?? wordsOf(description);
}
