import type { DatabaseSync } from 'node:sqlite';
import type { Identifier, Patient } from 'fhir/r4.js';
import type { DemoCard, DemoCredential, DemoFile, DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { identifierSystems, type PatientIdentifier } from '../port.ts';
import type { InventedPatient } from './population.ts';

/** The hospital's own file number. */
export const fileNumberSystem = 'urn:lobby:sandbox:file';

/** The patients of the hospital: one source for the sandbox and for the cards on the bench. */
export function patientOfFile(
  file: DemoFile,
  card: DemoCard | undefined,
  credentials: readonly DemoCredential[],
): Patient {
  const person = file.person ?? card;
  if (person === undefined) throw new Error(`files.yaml: nobody knows who "${file.id}" is`);
  const latin = file.person === undefined && card?.nameLatin ? [{ text: card.nameLatin }] : [];
  const ofCard = card === undefined ? [] : [identifierOfCard(card)];
  return {
    resourceType: 'Patient',
    id: `demo-${file.id}`,
    active: true,
    identifier: [
      ...ofCard,
      ...credentials.map(({ kind, value }) => ({ system: systemOf(kind), value })),
      ...file.identifiers,
      fileNumber(`demo-${file.id}`),
    ],
    ...(file.phone !== undefined && { telecom: [{ system: 'phone', value: file.phone }] }),
    name: [{ use: 'official', text: person.name }, ...latin],
    gender: person.sex,
    birthDate: person.birthDate,
  };
}

export function identifierOfCard(card: DemoCard): { readonly system: string; readonly value: string } {
  return { system: identifierSystems[card.kind], value: card.idNumber };
}

export function patientOfInvented(person: InventedPatient): Patient {
  return {
    resourceType: 'Patient',
    id: person.id,
    active: true,
    identifier: [{ system: identifierSystems['resident-id'], value: person.idNumber }, fileNumber(person.id)],
    name: [{ use: 'official', text: person.family + person.given, family: person.family, given: [person.given] }],
    gender: person.sex,
    birthDate: person.birthDate,
  };
}

/** The hospital's own names for what no law gives a system to; those are found by their value alone. */
function systemOf(kind: DemoCredential['kind']): string {
  return kind === 'insurance-code' ? identifierSystems[kind] : `urn:lobby:sandbox:${kind}`;
}

function fileNumber(id: string): Identifier {
  return { system: fileNumberSystem, value: id };
}

/** Patients of the demo's cards. A file of a card that is not on the bench is a mistake in the lists, and thrown. */
export function patientsOfCards(people: DemoPeople): Patient[] {
  return people.files.map((file) => {
    const card = file.card === undefined ? undefined : cardOf(people, file.card);
    const credentials = people.credentials.filter((known) => known.card === file.card);
    return patientOfFile(file, card, credentials);
  });
}

/** A card of the lists by its name. One that is not there is a mistake in the lists, and thrown. */
export function cardOf(people: DemoPeople, cardId: string): DemoCard {
  const card = people.cards.find((known) => known.id === cardId);
  if (card === undefined) throw new Error(`files.yaml: there is no card "${cardId}"`);
  return card;
}

/**
 * Stores exactly these patients as the active ones, beside those that were loaded. Others of an earlier start stay for
 * their history, not to be found.
 */
export function storePatients(database: DatabaseSync, named: readonly Patient[], background: readonly Patient[]): void {
  database.exec(
    'UPDATE patient SET active = 0 WHERE loaded = 0; DELETE FROM patient_identifier WHERE patient IN (SELECT id FROM patient WHERE loaded = 0);',
  );
  const patient = database.prepare(
    'INSERT INTO patient (id, active, background, resource) VALUES (?, 1, ?, ?) ON CONFLICT (id) DO UPDATE SET active = 1, resource = excluded.resource',
  );
  const identifier = database.prepare('INSERT INTO patient_identifier (system, value, patient) VALUES (?, ?, ?)');
  const store = (resource: Patient, isBackground: boolean): void => {
    const id = resource.id ?? '';
    patient.run(id, isBackground ? 1 : 0, JSON.stringify(resource));
    for (const known of resource.identifier ?? []) identifier.run(known.system ?? '', known.value ?? '', id);
  };
  for (const resource of named) store(resource, false);
  for (const resource of background) store(resource, true);
}

/** Every active file that one of the identifiers opens, in the order of their ids. */
export function findPatients(database: DatabaseSync, identifiers: readonly PatientIdentifier[]): Patient[] {
  const statement = database.prepare(
    `SELECT id, resource FROM patient JOIN patient_identifier ON patient = id WHERE active = 1 AND value = ?2 AND (?1 IS NULL OR system = ?1)`,
  );
  const found = new Map<string, Patient>();
  for (const { system, value } of identifiers)
    for (const row of statement.all(system, value)) found.set(String(row['id']), asPatient(row['resource']));
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, patient]) => patient);
}

/** One file by its id, also one that is no longer active. */
export function readPatient(database: DatabaseSync, id: string): Patient | undefined {
  const row = database.prepare('SELECT resource FROM patient WHERE id = ?').get(id);
  return row === undefined ? undefined : asPatient(row['resource']);
}

function asPatient(resource: unknown): Patient {
  return JSON.parse(String(resource));
}
