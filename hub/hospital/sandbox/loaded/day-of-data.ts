import type { Patient } from 'fhir/r4.js';
import type { Site } from '@lobby/config';
import type { LeftOne, LeftReason, Loaded, Words } from '../../../contract/index.ts';
import type { AppointmentStatus } from '../appointments.ts';
import { loadedId, LoadedPatients } from './loaded-patients.ts';
import type { StoredResource } from './loaded-resources.ts';
import { appointmentTime, type AppointmentTime } from './loaded-times.ts';
import { QueueOwners, type QueueOwner } from './queue-owner.ts';
import { WhoIsWho } from './who-is-who.ts';

/** An appointment with all that a hospital needs of it. */
export interface LoadedAppointment {
  readonly id: string;
  readonly identity: string;
  readonly patientId: string;
  readonly owner: QueueOwner;
  readonly time: AppointmentTime;
  readonly status: AppointmentStatus;
}

/** What the loaded data comes to. */
export interface DataInUse {
  readonly patients: readonly Patient[];
  readonly appointments: readonly LoadedAppointment[];
  /** Owners of queues, the busiest first, each with the place where only its patients are seen. */
  readonly owners: readonly { readonly owner: QueueOwner; readonly door: Words | null }[];
  /** Appointments that nobody can be called for, by their identity. */
  readonly left: ReadonlyMap<string, LeftOne>;
}

const atOnce = 200;

/** Puts together what was loaded, whatever came in which file; lets others have their turn in between. */
export async function dataInUse(
  stored: readonly StoredResource[],
  site: Pick<Site, 'timeZone' | 'clinicSessions'>,
  pause: () => Promise<void>,
): Promise<DataInUse> {
  const data = new WhoIsWho(stored.map(({ resource }) => resource));
  const patients = new LoadedPatients(data);
  const owners = new QueueOwners(data);
  const left = new Map<string, LeftOne>();
  const appointments: LoadedAppointment[] = [];
  for (const [index, { resource, days, replayed }] of stored.entries()) {
    if (index % atOnce === atOnce - 1) await pause();
    if (resource.type !== 'Appointment') continue;
    const { reference, type, identity } = resource;
    const whose = patientsOf(resource, data);
    const time = appointmentTime({ appointment: resource, data, site, days });
    const reason = typeof whose === 'string' ? whose : time === undefined ? 'no-time' : undefined;
    if (reason !== undefined) left.set(identity, { reference, type, reason });
    if (typeof whose === 'string' || time === undefined) continue;
    const owner = owners.ownerOf(resource);
    const status = replayed ? liveAgain(resource.status) : resource.status;
    for (const patientId of new Set(whose.map((one) => patients.idOf(one)))) {
      const id = loadedId('appointment', identity, patientId, time.businessDate);
      appointments.push({ id, identity, patientId, owner, time, status });
    }
  }
  return { patients: patients.files, appointments, owners: ownersOf(appointments), left };
}

/** What happened on a day that is lived through once more has not happened yet; who cancelled does not come. */
function liveAgain(status: AppointmentStatus): AppointmentStatus {
  return status === 'cancelled' ? 'cancelled' : 'booked';
}

/** The patients who take part; more than one in a group. */
function patientsOf(appointment: Loaded<'Appointment'>, data: WhoIsWho): Loaded<'Patient'>[] | LeftReason {
  const found = appointment.actors.flatMap((pointer) => data.findAs('Patient', pointer) ?? []);
  if (found.length > 0) return found;
  const unknown = appointment.actors.some(
    (pointer) => pointer.type === 'Patient' || (pointer.type === null && data.find(pointer) === undefined),
  );
  return unknown ? 'patient-missing' : 'no-patient';
}

function ownersOf(appointments: readonly LoadedAppointment[]): DataInUse['owners'] {
  const groups = [...Map.groupBy(appointments, ({ owner }) => owner.identity).values()];
  const servedAt = new Map<string, Set<string>>();
  for (const { owner } of appointments) {
    if (owner.place === null) continue;
    servedAt.set(owner.place.identity, (servedAt.get(owner.place.identity) ?? new Set()).add(owner.identity));
  }
  const busiestFirst = groups.sort(
    (one, other) => other.length - one.length || (identityOf(one) < identityOf(other) ? -1 : 1),
  );
  return busiestFirst.flatMap((group) => {
    const owner = group[0]?.owner;
    if (owner === undefined) return [];
    const places = new Map(
      group.flatMap(({ owner: { place } }) => (place === null ? [] : [[place.identity, place.name]])),
    );
    const [only] = places;
    const own = only !== undefined && places.size === 1 && servedAt.get(only[0])?.size === 1;
    return [{ owner, door: own ? only[1] : null }];
  });
}

function identityOf(group: readonly LoadedAppointment[]): string {
  return group[0]?.owner.identity ?? '';
}
