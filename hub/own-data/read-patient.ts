import { z } from 'zod';
import type { LeftReason, Loaded, Pointer } from '../contract/index.ts';
import type { Identity } from './identity.ts';
import { pointerOf, rawPointer } from './pointers.ts';
import { rawIdentifiers, rawList, rawName, rawOne, rawText } from './raw.ts';

const rawLink = z.object({ type: rawText, other: rawPointer });
const rawPatient = z.object({
  active: rawOne(z.boolean()),
  identifier: rawIdentifiers,
  name: rawList(rawName, 12),
  gender: rawText,
  birthDate: rawText,
  link: rawList(rawLink, 20),
});

/** What a terminal needs of a Patient: identifiers, names, sex, birth, and which file took its place. */
export function readPatient(resource: unknown, identity: Identity): Loaded<'Patient'> | LeftReason {
  const read = rawPatient.safeParse(resource);
  if (!read.success) return 'no-content';
  const { active, identifier, name, gender, birthDate, link } = read.data;
  const linked = (type: string): Pointer[] =>
    link.filter((one) => one.type === type).flatMap((one) => pointerOf(one.other, identity.identity) ?? []);
  const replacedBy = linked('replaced-by');
  if (active === false && replacedBy.length === 0) return 'inactive';
  if (identifier.length === 0 && identity.keys.length === 0) return 'no-content';
  return {
    type: 'Patient',
    ...identity,
    identifiers: identifier,
    names: name,
    gender: gender?.slice(0, 20) ?? null,
    birthDate: /^\d{4}(-\d{2}(-\d{2})?)?/.exec(birthDate ?? '')?.[0] ?? null,
    replacedBy,
    replaces: linked('replaces'),
  };
}
