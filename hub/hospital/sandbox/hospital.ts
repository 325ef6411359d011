import type { DatabaseSync } from 'node:sqlite';
import type { DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import { policyOfSite, shortCheckIn, type Site } from '@lobby/config';
import type { Clock } from '../../clock.ts';
import type { OwnData } from '../own-data.ts';
import type { Directory } from '../port.ts';
import { bookedInBackground, type AppointmentRow, type ServedBy } from './appointments.ts';
import { currentSession, sessionsAround, type ClinicSession } from './clinic-day.ts';
import { inTransaction, openDatabase } from './database.ts';
import { describeHospital } from './directory.ts';
import { staffClinics } from './doctors.ts';
import { activeClinics, clinicCode, loadedDirectory, servedBy } from './loaded/loaded-clinics.ts';
import { SandboxData } from './loaded/sandbox-data.ts';
import { placeNamedPatients, planAppointments } from './named-patients.ts';
import { patientOfInvented, patientsOfCards, storePatients } from './patient-files.ts';
import { storePeopleAround } from './people-around.ts';
import { inventPatients } from './population.ts';
import { priceList } from './price-list.ts';
import { OwnQueue } from './queue/own-queue.ts';
import { closeThePast, makeSession } from './timetable.ts';

/** The hospital itself: its people, its doctors, its day. */
export interface Hospital {
  readonly database: DatabaseSync;
  readonly clock: Clock;
  /** What patients read on the signs, that of the loaded data included. */
  readonly directory: Directory;
  /** Data that comes from files. */
  readonly ownData: OwnData;
  /** The queues that it keeps itself. */
  readonly queue: OwnQueue;
  doctorOf(row: AppointmentRow): ServedBy | undefined;
  /** The next number of a doctor's clinic session, from 1. */
  nextSeeNo(row: AppointmentRow): number;
  crowd(): { readonly patientId: string; readonly appointmentId: string; readonly clinic: string }[];
  refresh(): void;
  close(): void;
}

export interface HospitalSettings {
  readonly file: string;
  readonly site: Site;
  readonly clock: Clock;
  readonly people: DemoPeople;
}

const minute = 60_000;
const defaultSeed = 20260101;
const defaultPatients = 400;

/** Opens the database and fills what is missing. */
export function openHospital({ file, site, clock, people }: HospitalSettings): Hospital {
  const seed = site.demo?.seed ?? defaultSeed;
  const checkIn = shortCheckIn(policyOfSite(site));
  const doctors = staffClinics(site, people, seed);
  const roles = new Map(doctors.map((doctor) => [doctor.role, doctor]));
  const directory = describeHospital(site, doctors);
  const named = patientsOfCards(people);
  const count = Math.max((site.demo?.patients ?? defaultPatients) - named.length, 1);
  const background = inventPatients({ seed, count }).map(patientOfInvented);
  const planned = planAppointments(people.files, doctors);
  const timetable = { doctors, seed, background: background.map((patient) => patient.id ?? '') };

  const database = openDatabase(file);
  inTransaction(database, () => {
    storePatients(database, named, background);
    storePeopleAround(database, people);
    storeDirectory(database, directory);
  });
  let loaded = loadedClinics(database);
  const onChange = (): void => void (loaded = loadedClinics(database));
  const servedAt = (code: string): ServedBy | undefined => {
    // Another hub server may have taken data into the same file.
    if (!loaded.served.has(code)) onChange();
    return loaded.served.get(code);
  };
  const ownData = new SandboxData({ database, site, clock, onChange });

  // Numbers are taken in the same session again and again, and calendars are slow.
  let session = currentSession(site, clock.now());
  const sessionOf = (at: number): ClinicSession => {
    if (at < session.start || at >= session.end) session = currentSession(site, at);
    return session;
  };
  let freshMinute = Number.NaN;
  const refresh = (): void => {
    const now = clock.now();
    if (Math.floor(now / minute) === freshMinute) return;
    const sessions = sessionsAround(site, now);
    const current = currentSession(site, now);
    const at = sessions.findIndex((session) => session.key === current.key);
    const before = sessions[at - 1] ?? current;
    inTransaction(database, () => {
      closeThePast(database, now, before.start);
      for (const session of sessions) {
        const ofToday = session.businessDate === current.businessDate && session.start >= current.start;
        const near = session.key === before.key || session.start === current.end;
        if (ofToday || near) makeSession(database, session, timetable);
      }
      placeNamedPatients(database, planned, { now, current, sessions, policy: checkIn });
    });
    freshMinute = Math.floor(now / minute);
  };
  refresh();
  const doctorOf = (row: AppointmentRow): ServedBy | undefined => roles.get(row.role) ?? servedAt(row.role);

  return {
    database,
    clock,
    get directory() {
      return merged(directory, loaded.directory);
    },
    ownData,
    queue: new OwnQueue({ database, site, clock, doctors, doctorOf }),
    doctorOf,
    nextSeeNo: (row) => {
      const { start, end } = sessionOf(row.start);
      const highest = database
        .prepare('SELECT max(see_no) AS highest FROM appointment WHERE role = ? AND start_at >= ? AND start_at < ?')
        .get(row.role, start, end);
      return Number(highest?.['highest'] ?? 0) + 1;
    },
    crowd: () => {
      refresh();
      const now = clock.now();
      const { opensMinutesBefore, graceMinutes } = checkIn;
      const earliest = currentSession(site, now).start;
      return bookedInBackground(database, earliest, now + opensMinutesBefore * minute)
        .filter((row) => now < row.end + graceMinutes * minute)
        .map((row) => ({ patientId: row.patient, appointmentId: row.id, clinic: row.clinic }));
    },
    refresh,
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function storeDirectory(database: DatabaseSync, directory: Directory): void {
  database.exec('DELETE FROM directory; DELETE FROM price;');
  const entry = database.prepare('INSERT INTO directory (reference, resource) VALUES (?, ?)');
  for (const resource of [...directory.clinics, ...directory.locations, ...directory.practitioners])
    entry.run(`${resource.resourceType}/${resource.id ?? ''}`, JSON.stringify(resource));
  const price = database.prepare('INSERT INTO price (code, kind, zh, en, fen) VALUES (?, ?, ?, ?, ?)');
  for (const { code, kind, zh, en, fen } of priceList) price.run(code, kind, zh, en, fen);
}

interface LoadedClinics {
  readonly directory: Directory;
  /** By the code of the clinic, which stands in its appointments where others have a role. */
  readonly served: ReadonlyMap<string, ServedBy>;
}

function loadedClinics(database: DatabaseSync): LoadedClinics {
  const served = activeClinics(database).map((clinic) => [clinicCode(clinic.number), servedBy(clinic)] as const);
  return { directory: loadedDirectory(database), served: new Map(served) };
}

function merged(one: Directory, other: Directory): Directory {
  return {
    clinics: [...one.clinics, ...other.clinics],
    locations: [...one.locations, ...other.locations],
    practitioners: [...one.practitioners, ...other.practitioners],
  };
}
