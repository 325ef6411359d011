import type { MirroredTicket, ReportsReady } from '../contract/index.ts';
import type { HospitalQueue, QueueListener } from './queue.ts';
import type { AwaitedReports, ReportsListener } from './reports.ts';
import type { Appointment, HealthcareService, Location, Patient, PractitionerRole } from 'fhir/r4.js';

export type { HospitalQueue, QueueListener } from './queue.ts';
export type { AwaitedReports, ReportsListener } from './reports.ts';

/** Who asks, where from, for the log of the hospital and for tracing. */
export interface CallContext {
  readonly terminalId: string | null;
  readonly operatorId: string | null;
  readonly traceId: string;
  readonly locale: 'zh-CN' | 'en';
}

/** The closed set of ways in which the hospital says no. `unknown-outcome` is resolved by `transaction.query`, never by trying again. */
export type HospitalReason =
  | 'not-found'
  | 'ambiguous'
  | 'conflict'
  | 'rule-violated'
  | 'stale'
  | 'unauthorised'
  | 'unknown-outcome'
  | 'unavailable'
  | 'unsupported';

export type HospitalResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: HospitalReason; readonly message: string };

/** What a write leaves behind in the hospital. */
export interface WriteReceipt {
  readonly status: 'committed';
  readonly hisRef: string;
  readonly version: string;
}

/** 取号: the hospital's own sequence number and the room it names, where it has them. */
export interface IssuedTicket extends WriteReceipt {
  readonly appointment: Appointment;
  readonly seeNo: number | null;
}

/** 签到, and its undoing. */
export interface CheckedIn extends WriteReceipt {
  readonly appointment: Appointment;
}

export type Support = 'native' | 'emulated' | 'unsupported';

/** The operations of the port by the names of the capability map. */
export const hospitalOperations = [
  'directory.list',
  'patient.find',
  'patient.dependants',
  'inpatient.find',
  'appointment.list',
  'appointment.listOfBearer',
  'appointment.issueTicket',
  'appointment.checkIn',
  'appointment.undoCheckIn',
  'transaction.query',
  'queue.list',
  'queue.ticket',
  'queue.follow',
  'reports.list',
  'reports.follow',
] as const;
export type HospitalOperation = (typeof hospitalOperations)[number];

/** A credential by which the hospital finds a person: FHIR identifier system and value. Null: whatever its system. */
export interface PatientIdentifier {
  readonly system: string | null;
  readonly value: string;
}

/** Identifier systems of the port. The hospital's own are configuration of its adapter. */
export const identifierSystems = {
  'resident-id': 'urn:oid:2.16.156.10011.1.3',
  'hmt-permit': 'urn:lobby:credential:hmt-permit',
  'foreigner-2017': 'urn:lobby:credential:foreigner-2017',
  'foreigner-2023': 'urn:lobby:credential:foreigner-2023',
  passport: 'urn:lobby:credential:passport',
  'insurance-code': 'urn:lobby:credential:insurance-code',
  clinic: 'urn:lobby:clinic',
  room: 'urn:lobby:room',
} as const;

/** Extension with the English name of what has its Chinese one in `name`. */
export const englishNameExtension = 'urn:lobby:extension:name-en';
/** Extension of an appointment that carries the hospital's own sequence number. */
export const seeNoExtension = 'urn:lobby:extension:see-no';

export interface Directory {
  readonly clinics: readonly HealthcareService[];
  readonly locations: readonly Location[];
  readonly practitioners: readonly PractitionerRole[];
}

/**
 * An appointment with what a terminal must show of it. `clinic` is the code that a site's queue names
 * (HealthcareService identifier), `practitioner` in both languages where the hospital has them.
 */
export interface AppointmentEntry {
  readonly appointment: Appointment;
  readonly clinic: string;
  readonly clinicName: { readonly zh: string; readonly en: string };
  readonly practitioner: { readonly zh: string; readonly en: string } | null;
  /** Room id of the site, where the hospital names the room. */
  readonly room: string | null;
}

/** Somebody for whom another person acts, as the hospital's files say: FHIR RelatedPerson. */
export interface Dependant {
  readonly patient: Patient;
  readonly relation: 'parent' | 'guardian' | 'relative';
}

/** What became of a write, asked by the key it was made with. */
export type TransactionState =
  | { readonly state: 'committed'; readonly hisRef: string }
  | { readonly state: 'not-found' }
  | { readonly state: 'pending' };

/**
 * The hospital information system. Types are FHIR R4 shapes; operations are the verbs of Chinese self-service
 * interfaces. Every write takes the key of its intent and is done once for each key. Never call it inside a
 * database transaction.
 */
export interface HospitalPort {
  capabilities(): Readonly<Record<HospitalOperation, Support>>;
  readonly directory: {
    list(context: CallContext): Promise<HospitalResult<Directory>>;
  };
  readonly patient: {
    /** All files that one of the identifiers opens; an empty list when none does. */
    find(identifiers: readonly PatientIdentifier[], context: CallContext): Promise<HospitalResult<readonly Patient[]>>;
    /** One file by its logical id. */
    read(patientId: string, context: CallContext): Promise<HospitalResult<Patient>>;
    /** Files that name the bearer of one of the identifiers as whoever acts for their patient; empty when none does. */
    dependants(
      identifiers: readonly PatientIdentifier[],
      context: CallContext,
    ): Promise<HospitalResult<readonly Dependant[]>>;
  };
  readonly inpatient: {
    /** The patient who is in hospital now and wears the wristband with this number; `not-found` when nobody does. */
    find(wristband: string, context: CallContext): Promise<HospitalResult<Patient>>;
  };
  readonly appointment: {
    /** Appointments whose slot starts in [from, to), ISO instants, in time order. */
    list(
      query: { readonly patientId: string; readonly from: string; readonly to: string },
      context: CallContext,
    ): Promise<HospitalResult<readonly AppointmentEntry[]>>;
    /**
     * The same for every file that one of the identifiers opens, each with its patient among the participants
     * (`Patient/id`), so that who somebody is and what they have today can be asked at one time. In FHIR the search
     * `Appointment?patient.identifier=`.
     */
    listOfBearer(
      query: { readonly identifiers: readonly PatientIdentifier[]; readonly from: string; readonly to: string },
      context: CallContext,
    ): Promise<HospitalResult<readonly AppointmentEntry[]>>;
    /** 取号: booked → checked-in. Answers `committed` again for the same key; `rule-violated` when it may not be done. */
    issueTicket(
      request: { readonly key: string; readonly appointmentId: string },
      context: CallContext,
    ): Promise<HospitalResult<IssuedTicket>>;
    /** 签到: checked-in → arrived. */
    checkIn(
      request: { readonly key: string; readonly appointmentId: string; readonly areaId: string },
      context: CallContext,
    ): Promise<HospitalResult<CheckedIn>>;
    /** 撤销签到: arrived → checked-in. The number stays taken. */
    undoCheckIn(
      request: { readonly key: string; readonly appointmentId: string },
      context: CallContext,
    ): Promise<HospitalResult<CheckedIn>>;
  };
  /** Queues that the hospital keeps itself, for areas that are mirrored here. */
  readonly queue: {
    /** The whole queue of a clinic, by the code of the clinic. */
    list(clinic: string, context: CallContext): Promise<HospitalResult<HospitalQueue>>;
    /** The place of an appointment that has arrived; `not-found` when the hospital has given it none. */
    ticket(appointmentId: string, context: CallContext): Promise<HospitalResult<MirroredTicket>>;
    /** Hears what happens in the queues of these clinics from now on. Returns the way to stop. */
    follow(clinics: readonly string[], listener: QueueListener): () => void;
  };
  /** Reports of tests for which somebody was sent away and will come back. */
  readonly reports: {
    /** How many are ready, of those appointments of which the hospital knows any tests. */
    list(awaited: readonly AwaitedReports[], context: CallContext): Promise<HospitalResult<readonly ReportsReady[]>>;
    /** Hears of each of these reports from now on, as it becomes ready. Returns the way to stop. */
    follow(awaited: readonly AwaitedReports[], listener: ReportsListener): () => void;
  };
  readonly transaction: {
    query(key: string, context: CallContext): Promise<HospitalResult<TransactionState>>;
  };
  close(): Promise<void>;
}
