import { readDemoPeople, type DemoPeople } from '@lobby/config/sites/demo/cards/demo-people.ts';
import type { Site } from '@lobby/config';
import type { Clock } from '../../clock.ts';
import type { OwnData } from '../own-data.ts';
import type {
  AppointmentEntry,
  HospitalOperation,
  HospitalPort,
  HospitalResult,
  Support,
  TransactionState,
} from '../port.ts';
import { appointmentsOf, asEntry, asFhir } from './appointments.ts';
import { asItStood } from './earlier.ts';
import { openHospital, type Hospital } from './hospital.ts';
import { behaveAs, followScript, wellBehaved, type Manner } from './manner.ts';
import { findPatients, readPatient } from './patient-files.ts';
import type { HospitalScript } from './script.ts';
import { dependantsOf, inpatientOf } from './people-around.ts';
import { comeByThemselves } from './queue/comers.ts';
import { WorkingDoctors } from './queue/working-doctors.ts';
import { Laboratory } from './laboratory.ts';
import { StepLine } from './step-line.ts';
import { Waits } from './waits.ts';
import { referenceOfKey, type AppointmentStep, type StepDone } from './writes.ts';

/** A background patient who may check in now. */
export interface CrowdMember {
  readonly patientId: string;
  readonly appointmentId: string;
  readonly clinic: string;
}

/** A script and when it began. */
export interface Followed {
  readonly script: HospitalScript;
  readonly startedAt: number;
}

/** The small hospital behind the port, and what a demo and its tests may ask of it besides. */
export interface Sandbox extends HospitalPort {
  /** Data that comes from files. */
  readonly ownData: OwnData;
  /** Background patients whose check-in is open now and who would not be late, in the order of their slots. */
  crowd(): Promise<readonly CrowdMember[]>;
  /** How the hospital behaves from now on; ends a script. */
  behave(manner: Partial<Manner>): void;
  /** Follows a script from now on; undefined: behaves well. Calls that hang are let go. */
  follow(script: HospitalScript | undefined): void;
  /** The script that is followed, and since when (milliseconds since the epoch). */
  readonly followed: Followed | undefined;
  /** What its doctors do now in the clinics whose queues somebody follows; told to whoever follows. */
  workQueues(): void;
  /** What its laboratory has ready now of what somebody awaits; told to whoever follows. */
  workLaboratory(): void;
  /** Has its doctors and its laboratory work and its patients come by themselves from now on, every few seconds. */
  keepQueuesBusy(): void;
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
  /** Waits so many milliseconds; real time unless given. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

const minute = 60_000;
const busyMilliseconds = 3_000;

const capabilities: Readonly<Record<HospitalOperation, Support>> = {
  'directory.list': 'native',
  'patient.find': 'native',
  'patient.dependants': 'native',
  'inpatient.find': 'native',
  'appointment.list': 'native',
  'appointment.listOfBearer': 'native',
  'appointment.issueTicket': 'native',
  'appointment.checkIn': 'native',
  'appointment.undoCheckIn': 'native',
  'transaction.query': 'native',
  'queue.list': 'native',
  'queue.ticket': 'native',
  'queue.follow': 'native',
  'reports.list': 'native',
  'reports.follow': 'native',
};

/** Opens the sandbox hospital, invents its people when the file is new, and keeps its day up to date. */
export async function openSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const hospital = openHospital({ ...settings, people: settings.people ?? readDemoPeople() });
  const timer = setInterval(() => refreshQuietly(hospital), minute);
  timer.unref();
  return sandboxOf(hospital, timer, settings.wait);
}

function sandboxOf(hospital: Hospital, timer: NodeJS.Timeout, wait: SandboxSettings['wait']): Sandbox {
  let manner = wellBehaved;
  let behaving = behaveAs(manner);
  let followed: Followed | undefined;
  const waits = new Waits(wait);
  const underWay = new Set<string>();
  const { database } = hospital;
  const line = new StepLine(database);
  const doctors = new WorkingDoctors(hospital.queue);
  const laboratory = new Laboratory(hospital);
  let busy: NodeJS.Timeout | undefined;

  /** Answers as the hospital behaves; `work` runs when the call reaches the hospital and is told as of when it answers. */
  const answer = async <T>(
    operation: HospitalOperation,
    work: (asOf: number) => HospitalResult<T> | Promise<HospitalResult<T>>,
  ): Promise<HospitalResult<T>> => {
    const fate = behaving.fateOf(operation, hospital.clock.now());
    await waits.wait(fate.delay);
    if (fate.outcome === 'no-answer') await waits.wait(fate.silence);
    if (fate.outcome === 'refused' || fate.outcome === 'no-answer' || !database.isOpen)
      return { ok: false, reason: 'unavailable', message: '医院信息系统没有响应' };
    hospital.refresh();
    const result = await work(hospital.clock.now() - fate.age);
    if (fate.outcome !== 'reply-lost' || !result.ok) return result;
    await waits.wait(fate.silence);
    return { ok: false, reason: 'unknown-outcome', message: '医院信息系统没有回答' };
  };
  const write = async <T>(
    step: Omit<AppointmentStep, 'now' | 'nextSeeNo'>,
    reply: (done: StepDone) => T,
  ): Promise<HospitalResult<T>> => {
    underWay.add(step.key);
    const take = async (): Promise<HospitalResult<StepDone>> => {
      const result = await line.take({ ...step, now: hospital.clock.now(), nextSeeNo: hospital.nextSeeNo });
      underWay.delete(step.key);
      return result;
    };
    const result = await answer(step.operation, take).finally(() => underWay.delete(step.key));
    return result.ok ? { ok: true, value: reply(result.value) } : result;
  };
  const listed = (query: {
    readonly patients: readonly string[];
    readonly from: string;
    readonly to: string;
    readonly asOf: number;
  }): AppointmentEntry[] => {
    const { patients, asOf } = query;
    const [from, to] = [Date.parse(query.from), Date.parse(query.to)];
    const rows = patients.flatMap((patientId) => appointmentsOf(database, { patientId, from, to }));
    return rows.map((row) => asItStood(database, row, asOf)).map((row) => asEntry(row, hospital.doctorOf(row)));
  };
  const work = (): void => {
    const { outcome } = behaving.fateOf('queue.follow', hospital.clock.now());
    doctors.work(outcome === 'answered');
  };
  const examine = (): void => {
    // A report that nobody hears of is heard of the next time.
    if (behaving.fateOf('reports.follow', hospital.clock.now()).outcome === 'answered') laboratory.tell();
  };
  const receipt = ({ row, version }: StepDone) => ({
    status: 'committed' as const,
    hisRef: row.id,
    version,
    appointment: asFhir(row, hospital.doctorOf(row)),
  });

  return {
    capabilities: () => capabilities,
    directory: { list: () => answer('directory.list', () => ({ ok: true, value: hospital.directory })) },
    patient: {
      find: (identifiers) => answer('patient.find', () => ({ ok: true, value: findPatients(database, identifiers) })),
      read: (patientId) =>
        answer('patient.find', () => {
          const patient = readPatient(database, patientId);
          if (patient === undefined) return { ok: false, reason: 'not-found', message: '没有这份档案' };
          return { ok: true, value: patient };
        }),
      dependants: (identifiers) =>
        answer('patient.dependants', () => ({ ok: true, value: dependantsOf(database, identifiers) })),
    },
    inpatient: {
      find: (wristband) =>
        answer('inpatient.find', () => {
          const patient = inpatientOf(database, wristband);
          if (patient === undefined) return { ok: false, reason: 'not-found', message: '没有这个腕带号' };
          return { ok: true, value: patient };
        }),
    },
    appointment: {
      list: (query) =>
        answer('appointment.list', (asOf) => ({
          ok: true,
          value: listed({ ...query, patients: [query.patientId], asOf }),
        })),
      listOfBearer: (query) =>
        answer('appointment.listOfBearer', (asOf) => {
          const patients = findPatients(database, query.identifiers).map(({ id }) => id ?? '');
          return { ok: true, value: listed({ ...query, patients, asOf }) };
        }),
      issueTicket: ({ key, appointmentId }) =>
        write({ key, operation: 'appointment.issueTicket', appointmentId, areaId: null }, (done) => ({
          ...receipt(done),
          seeNo: done.row.seeNo,
        })),
      checkIn: ({ key, appointmentId, areaId }) =>
        write({ key, operation: 'appointment.checkIn', appointmentId, areaId }, receipt),
      undoCheckIn: ({ key, appointmentId }) =>
        write({ key, operation: 'appointment.undoCheckIn', appointmentId, areaId: null }, receipt),
    },
    queue: {
      list: (clinic) =>
        answer('queue.list', () => {
          const occurredAt = new Date(hospital.clock.now()).toISOString();
          return { ok: true, value: { occurredAt, tickets: hospital.queue.list(clinic) } };
        }),
      ticket: (appointmentId) =>
        answer('queue.ticket', () => {
          const ticket = hospital.queue.find(appointmentId);
          if (ticket === undefined) return { ok: false, reason: 'not-found', message: '这个预约还没有排队号' };
          return { ok: true, value: ticket };
        }),
      follow: (clinics, listener) => doctors.follow(clinics, listener),
    },
    reports: {
      list: (awaited) => answer('reports.list', (asOf) => ({ ok: true, value: laboratory.readyAt(awaited, asOf) })),
      follow: (awaited, listener) => laboratory.follow(awaited, listener),
    },
    transaction: {
      query: (key) =>
        answer<TransactionState>('transaction.query', (asOf) => {
          const hisRef = referenceOfKey(database, key, asOf);
          if (hisRef !== undefined) return { ok: true, value: { state: 'committed', hisRef } };
          return { ok: true, value: { state: underWay.has(key) ? 'pending' : 'not-found' } };
        }),
    },
    ownData: hospital.ownData,
    crowd: async () => hospital.crowd(),
    behave: (wanted) => {
      manner = { ...manner, ...wanted };
      behaving = behaveAs(manner);
      followed = undefined;
      waits.letGo();
    },
    follow: (script) => {
      const startedAt = hospital.clock.now();
      followed = script === undefined ? undefined : { script, startedAt };
      manner = wellBehaved;
      behaving = script === undefined ? behaveAs(manner) : followScript(script, startedAt);
      waits.letGo();
    },
    get followed() {
      return followed;
    },
    workQueues: work,
    workLaboratory: examine,
    keepQueuesBusy: () => {
      busy ??= setInterval(() => {
        if (!database.isOpen) return;
        for (const clinic of doctors.clinics) comeByThemselves(hospital, clinic);
        work();
        examine();
      }, busyMilliseconds).unref();
    },
    refresh: () => hospital.refresh(),
    close: async () => {
      clearInterval(timer);
      clearInterval(busy);
      waits.letGo();
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
