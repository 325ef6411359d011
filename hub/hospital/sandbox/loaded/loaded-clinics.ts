import type { DatabaseSync } from 'node:sqlite';
import type { HealthcareService, Location } from 'fhir/r4.js';
import { words, type Words } from '../../../contract/index.ts';
import { identifierSystems, type Directory } from '../../port.ts';
import type { ServedBy } from '../appointments.ts';
import { englishName } from '../directory.ts';
import { clinicWords, wordsOfArea, wordsOfClinic, type ClinicWords } from './clinic-words.ts';
import type { QueueOwner } from './queue-owner.ts';

/** Queues whose patients wait in one hall: more would not be read on one screen. */
const queuesInArea = 8;

/** A clinic as it is stored. It keeps its number as long as the database lives, so that desks and tickets keep theirs. */
export interface ClinicRow {
  readonly number: number;
  readonly identity: string;
  readonly area: number;
  readonly words: ClinicWords;
}

/** Code of a loaded clinic, by which its queue is found. */
export function clinicCode(number: number): string {
  return `loaded-${number}`;
}

/** Gives every owner of a queue a number and a place in a hall, and renews what is said of it. In a transaction. */
export function keepClinics(
  database: DatabaseSync,
  owners: readonly { readonly owner: QueueOwner; readonly door: Words | null }[],
): ReadonlyMap<string, number> {
  database.exec('UPDATE loaded_clinic SET active = 0');
  const known = database.prepare('SELECT number FROM loaded_clinic WHERE identity = ?');
  const insert = database.prepare(
    `INSERT INTO loaded_clinic (identity, area, active, description) VALUES (?, ?, 1, '') RETURNING number`,
  );
  const renew = database.prepare('UPDATE loaded_clinic SET active = 1, description = ? WHERE number = ?');
  const numbers = new Map<string, number>();
  for (const { owner, door } of owners) {
    const row = known.get(owner.identity) ?? insert.get(owner.identity, areaFor(database, owner.organization));
    const number = Number(row?.['number']);
    renew.run(JSON.stringify(wordsOfClinic(owner, number, door)), number);
    numbers.set(owner.identity, number);
  }
  return numbers;
}

/** A hall of the same organisation with a free place, else a new one. */
function areaFor(database: DatabaseSync, organization: QueueOwner['organization']): number {
  const identity = organization?.identity ?? '';
  const halls = database
    .prepare(
      `SELECT loaded_area.number AS number, count(loaded_clinic.number) AS queues FROM loaded_area
       LEFT JOIN loaded_clinic ON area = loaded_area.number WHERE organization = ? GROUP BY loaded_area.number ORDER BY 1`,
    )
    .all(identity);
  const free = halls.find((hall) => Number(hall['queues']) < queuesInArea);
  if (free !== undefined) return Number(free['number']);
  const name = JSON.stringify(wordsOfArea(organization, halls.length + 1));
  const made = database.prepare('INSERT INTO loaded_area (organization, name) VALUES (?, ?) RETURNING number');
  return Number(made.get(identity, name)?.['number']);
}

/** Clinics that have appointments, in the order of their numbers. */
export function activeClinics(database: DatabaseSync): ClinicRow[] {
  const rows = database.prepare('SELECT * FROM loaded_clinic WHERE active = 1 ORDER BY number').all();
  return rows.map((row) => ({
    number: Number(row['number']),
    identity: String(row['identity']),
    area: Number(row['area']),
    words: clinicWords.parse(JSON.parse(String(row['description']))),
  }));
}

/** What an appointment of this clinic shows. */
export function servedBy({ number, words: said }: ClinicRow): ServedBy {
  return { clinicName: said.queue, name: said.person, room: clinicCode(number) };
}

/** Loaded clinics, the rooms in which they are held, and the halls in which their patients wait, as FHIR R4. */
export function loadedDirectory(database: DatabaseSync): Directory {
  const clinics = activeClinics(database);
  const halls = database.prepare('SELECT number, name FROM loaded_area ORDER BY number').all();
  const inUse = halls.filter((hall) => clinics.some(({ area }) => area === Number(hall['number'])));
  return {
    clinics: clinics.map(asService),
    locations: [
      ...inUse.map((hall) => asHall(Number(hall['number']), words.parse(JSON.parse(String(hall['name']))))),
      ...clinics.map(asRoom),
    ],
    practitioners: [],
  };
}

function asService({ number, words: said }: ClinicRow): HealthcareService {
  return {
    resourceType: 'HealthcareService',
    id: clinicCode(number),
    identifier: [{ system: identifierSystems.clinic, value: clinicCode(number) }],
    active: true,
    name: said.queue.zh,
    extension: englishName(said.queue),
    location: [{ reference: `Location/room-${clinicCode(number)}` }],
  };
}

function asRoom({ number, area, words: said }: ClinicRow): Location {
  return {
    ...asPlace(`room-${clinicCode(number)}`, said.room),
    identifier: [{ system: identifierSystems.room, value: clinicCode(number) }],
    partOf: { reference: `Location/${hallId(area)}` },
  };
}

function asHall(number: number, name: Words): Location {
  return asPlace(hallId(number), name);
}

function hallId(number: number): string {
  return `loaded-${number}`;
}

function asPlace(id: string, name: Words): Location {
  return {
    resourceType: 'Location',
    id,
    status: 'active',
    mode: 'instance',
    name: name.zh,
    extension: englishName(name),
  };
}
