import type { DatabaseSync } from 'node:sqlite';
import type { Site } from '@lobby/config';
import { clinicTimeOf } from '../../../business-date.ts';
import type { Clock } from '../../../clock.ts';
import {
  loadedTypes,
  type FinishLoad,
  type LeftOne,
  type LoadedResource,
  type LoadReport,
} from '../../../contract/index.ts';
import type { LoadedClinic, OwnData, TakenLoad } from '../../own-data.ts';
import { inTransaction } from '../database.ts';
import { dataInUse, type DataInUse } from './day-of-data.ts';
import { keepData } from './keep-data.ts';
import { activeClinics, clinicCode, loadedDirectory } from './loaded-clinics.ts';
import {
  forgetResources,
  keepPiece,
  keepReport,
  keepResources,
  piecesOf,
  readPiece,
  reportOf,
  storedResources,
  type StoredResource,
} from './loaded-resources.ts';
import { busiestDay, daysBetween } from './loaded-times.ts';

export interface SandboxDataParts {
  readonly database: DatabaseSync;
  readonly site: Site;
  readonly clock: Clock;
  /** Hears that clinics came or went. */
  readonly onChange: () => void;
}

/** The hospital's own data in the sandbox: kept as it was read, and put to use as a whole after every load. */
export class SandboxData implements OwnData {
  readonly #parts: SandboxDataParts;
  #working: Promise<unknown> = Promise.resolve();

  constructor(parts: SandboxDataParts) {
    this.#parts = parts;
  }

  keep(piece: Parameters<OwnData['keep']>[0]): void {
    const { database, clock } = this.#parts;
    inTransaction(database, () => keepPiece(database, piece, clock.now()));
  }

  /** One load after the other: each starts from what the one before has left. */
  finish(load: FinishLoad): Promise<TakenLoad | undefined> {
    const next = this.#working.then(() => this.#finish(load));
    this.#working = next.catch(() => undefined);
    return next;
  }

  directory(): ReturnType<OwnData['directory']> {
    return loadedDirectory(this.#parts.database);
  }

  async #finish({ load, pieces, shiftToToday, replace = false }: FinishLoad): Promise<TakenLoad | undefined> {
    const { database, clock, onChange } = this.#parts;
    const before = reportOf(database, load);
    if (before !== undefined) return JSON.parse(before) as TakenLoad;
    if (piecesOf(database, load) !== pieces) return undefined;
    const { read, duplicates } = await this.#read(load, pieces);
    const earlier = replace ? [] : await this.#earlier(read);
    const loaded = (days: number): StoredResource[] =>
      [...read.values()].map((resource) => ({ resource, days, replayed: shiftToToday }));
    const today = clinicTimeOf(this.#parts.site, clock.now()).businessDate;
    const asFiled = await this.#inUse([...earlier, ...loaded(0)]);
    const from = shiftToToday ? busiestOf(asFiled, read) : undefined;
    const days = from === undefined ? 0 : daysBetween(from, today);
    const inUse = days === 0 ? asFiled : await this.#inUse([...earlier, ...loaded(days)]);
    const report = inTransaction(database, () => {
      if (replace) forgetResources(database);
      keepResources(database, loaded(days));
      keepData(database, inUse);
      const made = {
        ...countOf(read, duplicates, inUse),
        shift: from === undefined ? null : { from, to: today, days },
        now: totalOf(inUse, today),
        clinics: this.#clinics(inUse, today),
      };
      keepReport(database, { load, report: JSON.stringify(made), now: clock.now() });
      return made;
    });
    onChange();
    return report;
  }

  /** The resources of a load; of those that come twice the later one. */
  async #read(load: string, pieces: number): Promise<{ read: Map<string, LoadedResource>; duplicates: LeftOne[] }> {
    const read = new Map<string, LoadedResource>();
    const duplicates: LeftOne[] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      for (const resource of readPiece(this.#parts.database, load, piece)) {
        const { identity, reference, type } = resource;
        if (read.has(identity)) duplicates.push({ reference, type, reason: 'duplicate' });
        read.set(identity, resource);
      }
      await turnOfOthers();
    }
    return { read, duplicates };
  }

  /** What earlier loads left that this one does not replace. */
  async #earlier(read: ReadonlyMap<string, LoadedResource>): Promise<StoredResource[]> {
    const earlier: StoredResource[] = [];
    for (const portion of storedResources(this.#parts.database)) {
      earlier.push(...portion.filter(({ resource }) => !read.has(resource.identity)));
      await turnOfOthers();
    }
    return earlier;
  }

  #inUse(stored: readonly StoredResource[]): Promise<DataInUse> {
    return dataInUse(stored, this.#parts.site, turnOfOthers);
  }

  #clinics({ appointments }: DataInUse, today: string): LoadedClinic[] {
    const byOwner = Map.groupBy(appointments, ({ owner }) => owner.identity);
    return activeClinics(this.#parts.database).map(({ number, identity }) => ({
      clinic: clinicCode(number),
      // Where nobody of that reference was loaded the identity may hold a name: its first word says what it is.
      of: identity.split(' ')[0] ?? '',
      today: (byOwner.get(identity) ?? []).filter(({ time }) => time.businessDate === today).length,
    }));
  }
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The busiest day among the appointments of this load that anybody may come for. */
function busiestOf({ appointments }: DataInUse, read: ReadonlyMap<string, LoadedResource>): string | undefined {
  const own = appointments.filter(({ identity, status }) => read.has(identity) && status !== 'cancelled');
  return busiestDay(own.map(({ time }) => time));
}

function countOf(
  read: ReadonlyMap<string, LoadedResource>,
  duplicates: readonly LeftOne[],
  { left }: DataInUse,
): Pick<LoadReport, 'taken' | 'left'> {
  const resources = [...read.values()];
  const taken = resources.filter(({ identity }) => !left.has(identity));
  const counted = loadedTypes.map((type) => [type, taken.filter((one) => one.type === type).length] as const);
  return {
    taken: Object.fromEntries(counted) as LoadReport['taken'],
    left: [...duplicates, ...resources.flatMap(({ identity }) => left.get(identity) ?? [])],
  };
}

function totalOf({ patients, appointments }: DataInUse, today: string): LoadReport['now'] {
  const ofToday = appointments.filter(({ time }) => time.businessDate === today);
  return { patients: patients.length, appointments: appointments.length, today: ofToday.length };
}
