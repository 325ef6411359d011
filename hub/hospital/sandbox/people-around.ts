import type { DatabaseSync } from 'node:sqlite';
import type { Patient } from 'fhir/r4.js';
import type { DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import type { Dependant, PatientIdentifier } from '../port.ts';
import { cardOf, identifierOfCard, readPatient } from './patient-files.ts';

/** Somebody who acts for a patient, found by an identifier of their own: what FHIR has as RelatedPerson. */
interface RelatedPerson {
  readonly system: string;
  readonly value: string;
  readonly patient: string;
  readonly relation: Dependant['relation'];
}

const schema = `
  CREATE TABLE IF NOT EXISTS related_person (system TEXT NOT NULL, value TEXT NOT NULL, patient TEXT NOT NULL REFERENCES patient(id),
    relation TEXT NOT NULL, PRIMARY KEY (system, value, patient)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS inpatient (wristband TEXT PRIMARY KEY, patient TEXT NOT NULL REFERENCES patient(id)) STRICT;
`;

/** Who acts for whom and who lies in hospital, by the lists of the demo. */
export function storePeopleAround(database: DatabaseSync, people: DemoPeople): void {
  database.exec(`${schema} DELETE FROM related_person; DELETE FROM inpatient;`);
  const related = database.prepare('INSERT INTO related_person (system, value, patient, relation) VALUES (?, ?, ?, ?)');
  for (const { system, value, patient, relation } of relatedPeople(people))
    related.run(system, value, patient, relation);
  const inpatient = database.prepare('INSERT INTO inpatient (wristband, patient) VALUES (?, ?)');
  for (const file of people.files) if (file.wristband !== undefined) inpatient.run(file.wristband, `demo-${file.id}`);
}

function relatedPeople(people: DemoPeople): RelatedPerson[] {
  return people.files.flatMap((file) =>
    file.guardians.map(({ card, relation }) => ({
      ...identifierOfCard(cardOf(people, card)),
      patient: `demo-${file.id}`,
      relation,
    })),
  );
}

/** Active files whose patient somebody with one of the identifiers acts for, in the order of their ids. */
export function dependantsOf(database: DatabaseSync, identifiers: readonly PatientIdentifier[]): Dependant[] {
  const statement = database.prepare(
    `SELECT patient, relation FROM related_person JOIN patient ON patient.id = patient
     WHERE active = 1 AND value = ?2 AND (?1 IS NULL OR system = ?1) ORDER BY patient`,
  );
  return identifiers.flatMap(({ system, value }) =>
    statement.all(system, value).flatMap((row) => {
      const patient = readPatient(database, String(row['patient']));
      const relation = relations.find((known) => known === row['relation']);
      return patient === undefined || relation === undefined ? [] : [{ patient, relation }];
    }),
  );
}

const relations: readonly Dependant['relation'][] = ['parent', 'guardian', 'relative'];

/** The inpatient with this number on the wristband. */
export function inpatientOf(database: DatabaseSync, wristband: string): Patient | undefined {
  const row = database
    .prepare('SELECT patient FROM inpatient JOIN patient ON patient.id = patient WHERE active = 1 AND wristband = ?')
    .get(wristband);
  return row === undefined ? undefined : readPatient(database, String(row['patient']));
}
