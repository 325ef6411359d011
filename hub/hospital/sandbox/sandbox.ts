import { readDemoPeople, type DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import type { Site } from '@lobby/config';
import type { Clock } from '../../clock.ts';
import type { HospitalPort, HospitalResult, Support, HospitalOperation, TransactionState } from '../port.ts';
import { appointmentsOf, asEntry, asFhir } from './appointments.ts';
import { openHospital, type Hospital } from './hospital.ts';
import { wellBehaved, type Manner } from './manner.ts';
import { findPatients, readPatient } from './patient-files.ts';
import { StepLine } from './step-line.ts';
import { referenceOfKey, type AppointmentStep, type StepDone } from './writes.ts';

/** A background patient who may check in now. */
export interface CrowdMember {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly clinic: string;
}

/** The small hospital behind the port, and what a demo and its tests may ask of it besides. */
export interface Sandbox extends HospitalPort {
  /** Background patients whose check-in is open now and who would not be late, in the order of their slots. */
  crowd(): Promise<readonly CrowdMember[]>;
  /** How the hospital behaves from now on. */
  behave(manner: Partial<Manner>): void;
  /** Brings schedules and appointments up to the present minute; done by itself every minute and before every call. */
  refresh(): void;
}

export interface SandboxSettings {
  /** Database file of the sandbox hospital; `:memory:` keeps nothing. */
  readonly file: string;
  readonly site: Site;
  readonly clock: Clock;
  /** People with names; those of the demo site unless given. */
  readonly people?: DemoPeople;
}

const minute = 60_000;

const capabilities: Readonly<Record<HospitalOperation, Support>> = {
  'directory.list': 'native',
  'patient.find': 'native',
  'appointment.list': 'native',
  'appointment.issueTicket': 'native',
  'appointment.checkIn': 'native',
  'transaction.query': 'native',
};

/** Opens the sandbox hospital, invents its people when the file is new, and keeps its day up to date. */
export async function openSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const hospital = openHospital({ ...settings, people: settings.people ?? readDemoPeople() });
  const timer = setInterval(() => refreshQuietly(hospital), minute);
  timer.unref();
  return sandboxOf(hospital, timer);
}

function sandboxOf(hospital: Hospital, timer: NodeJS.Timeout): Sandbox {
  let manner = wellBehaved;
  const underWay = new Set<string>();
  const { database } = hospital;
  const line = new StepLine(database);

  /** Answers as the manner of the hospital wants it; `work` runs when the call reaches the hospital. */
  const answer = async <T>(work: () => HospitalResult<T> | Promise<HospitalResult<T>>): Promise<HospitalResult<T>> => {
    if (manner.delayMilliseconds > 0) await pause(manner.delayMilliseconds);
    if (manner.answers === 'unavailable' || !database.isOpen)
      return { ok: false, reason: 'unavailable', message: '医院信息系统没有响应' };
    hospital.refresh();
    return work();
  };
  const write = async <T>(
    step: Omit<AppointmentStep, 'now' | 'nextSeeNo'>,
    reply: (done: StepDone) => T,
  ): Promise<HospitalResult<T>> => {
    underWay.add(step.key);
    const result = await answer(() =>
      line.take({ ...step, now: hospital.clock.now(), nextSeeNo: hospital.nextSeeNo }),
    ).finally(() => underWay.delete(step.key));
    if (!result.ok) return result;
    if (manner.answers === 'loses-replies')
      return { ok: false, reason: 'unknown-outcome', message: '医院信息系统没有回答' };
    return { ok: true, value: reply(result.value) };
  };
  const receipt = ({ row, version }: StepDone) => ({
    status: 'committed' as const,
    hisRef: row.id,
    version,
    appointment: asFhir(row, hospital.doctorOf(row)),
  });

  return {
    capabilities: () => capabilities,
    directory: { list: () => answer(() => ({ ok: true, value: hospital.directory })) },
    patient: {
      find: (identifiers) => answer(() => ({ ok: true, value: findPatients(database, identifiers) })),
      read: (patientId) =>
        answer(() => {
          const patient = readPatient(database, patientId);
          if (patient === undefined) return { ok: false, reason: 'not-found', message: '没有这份档案' };
          return { ok: true, value: patient };
        }),
    },
    appointment: {
      list: ({ patientId, from, to }) =>
        answer(() => {
          const range = { patientId, from: Date.parse(from), to: Date.parse(to) };
          const rows = appointmentsOf(database, range);
          return { ok: true, value: rows.map((row) => asEntry(row, hospital.doctorOf(row))) };
        }),
      issueTicket: ({ key, appointmentId }) =>
        write({ key, operation: 'appointment.issueTicket', appointmentId, areaId: null }, (done) => ({
          ...receipt(done),
          seeNo: done.row.seeNo,
        })),
      checkIn: ({ key, appointmentId, areaId }) =>
        write({ key, operation: 'appointment.checkIn', appointmentId, areaId }, receipt),
    },
    transaction: {
      query: (key) =>
        answer<TransactionState>(() => {
          const hisRef = referenceOfKey(database, key);
          if (hisRef !== undefined) return { ok: true, value: { state: 'committed', hisRef } };
          return { ok: true, value: { state: underWay.has(key) ? 'pending' : 'not-found' } };
        }),
    },
    crowd: async () => hospital.crowd(),
    behave: (wanted) => {
      manner = { ...manner, ...wanted };
    },
    refresh: () => hospital.refresh(),
    close: async () => {
      clearInterval(timer);
      hospital.close();
    },
  };
}

/** Whatever is wrong with the database, the next call meets it as well and says so to whoever asks. */
function refreshQuietly(hospital: Hospital): void {
  try {
    hospital.refresh();
  } catch {
    return;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
