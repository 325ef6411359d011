import { createHash } from 'node:crypto';
import type { Identifier, Patient } from 'fhir/r4.js';
import type { Loaded, Pointer } from '../../../contract/index.ts';
import { identifierSystems } from '../../port.ts';
import { isIdNumber } from '../id-number.ts';
import type { WhoIsWho } from './who-is-who.ts';

/** The logical id by which a patient without any identifier is found. */
const logicalIdSystem = 'urn:lobby:loaded:id';

/** Id of something loaded: the same at every load, and it tells nothing of a number that the file uses as an id. */
export function loadedId(kind: 'patient' | 'appointment', ...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 24);
  return `loaded-${kind}-${hash}`;
}

/** The files of the loaded patients. Files that were merged are one: the surviving one, with the numbers of all. */
export class LoadedPatients {
  readonly files: readonly Patient[];
  readonly #survivors: ReadonlyMap<string, string>;

  constructor(data: WhoIsWho) {
    const all = data.every('Patient');
    this.#survivors = survivorsOf(all, data);
    const merged = Map.groupBy(all, (one) => this.#survivors.get(one.identity) ?? one.identity);
    this.files = [...merged].flatMap(([identity, group]) => {
      const survivor = group.find((one) => one.identity === identity);
      return survivor === undefined ? [] : [fileOf(survivor, group)];
    });
  }

  /** Id of the file that a patient of the data has now. */
  idOf(patient: Loaded<'Patient'>): string {
    return loadedId('patient', this.#survivors.get(patient.identity) ?? patient.identity);
  }
}

/** Who took whose place (Patient.link), followed to the end; a circle is no merger. */
function survivorsOf(all: readonly Loaded<'Patient'>[], data: WhoIsWho): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  const link = (from: string | undefined, to: string | undefined): void => {
    if (from !== undefined && to !== undefined && from !== to && !next.has(from)) next.set(from, to);
  };
  const identityOf = (pointer: Pointer): string | undefined => data.findAs('Patient', pointer)?.identity;
  for (const patient of all) {
    for (const pointer of patient.replacedBy) link(patient.identity, identityOf(pointer));
    for (const pointer of patient.replaces) link(identityOf(pointer), patient.identity);
  }
  return new Map(all.map(({ identity }) => [identity, endOf(identity, next)]));
}

function endOf(identity: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let end = identity;
  for (let one = next.get(end); one !== undefined; one = next.get(end)) {
    if (seen.has(one)) return identity;
    seen.add(one);
    end = one;
  }
  return end;
}

function fileOf(survivor: Loaded<'Patient'>, group: readonly Loaded<'Patient'>[]): Patient {
  const { gender, birthDate, names } = survivor;
  const sex = (['male', 'female', 'other', 'unknown'] as const).find((known) => known === gender);
  return {
    resourceType: 'Patient',
    id: loadedId('patient', survivor.identity),
    active: true,
    identifier: identifiersOf(group),
    name: names.map(({ use, ...name }) => ({ ...name, ...(use === undefined ? {} : { use: useOf(use) }) })),
    ...(sex === undefined ? {} : { gender: sex }),
    ...(birthDate === null ? {} : { birthDate }),
  };
}

type NameUse = NonNullable<NonNullable<Patient['name']>[number]['use']>;
const nameUses: readonly NameUse[] = ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'];

function useOf(text: string): NameUse {
  return nameUses.find((use) => use === text) ?? 'usual';
}

/** Every number of the person. A citizen's is also found where a card reader looks for it, whatever system the file gives it. */
function identifiersOf(group: readonly Loaded<'Patient'>[]): Identifier[] {
  const given = group.flatMap(({ identifiers }) => identifiers);
  const citizen = given.filter(({ value }) => isIdNumber(value.toUpperCase()));
  const known = [
    ...given.map(({ system, value }) => ({ system: system ?? '', value })),
    ...citizen.map(({ value }) => ({ system: identifierSystems['resident-id'], value: value.toUpperCase() })),
  ];
  if (known.length > 0) return known;
  return group.flatMap(({ identity }) => {
    const id = /^Patient\/(?<id>.+)$/u.exec(identity)?.groups?.['id'];
    return id === undefined ? [] : [{ system: logicalIdSystem, value: id }];
  });
}
