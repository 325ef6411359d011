import type { Kysely, Transaction } from 'kysely';
import type { ActTables } from './act-tables.ts';
import type { EstimateTables } from './estimate-tables.ts';
import type { GuideTables } from './guide-tables.ts';
import type { MirrorTables } from './mirror-tables.ts';

/**
 * Columns as they are stored on both databases. Instants are ISO 8601 in UTC with milliseconds, so that text order
 * is time order; business dates are YYYY-MM-DD; flags are 0 or 1.
 */
export interface Tables extends ActTables, EstimateTables, GuideTables, MirrorTables {
  readonly write_key: WriteKeyRow;
  readonly event: EventRow;
  readonly queue_line: QueueLineRow;
  readonly ticket: TicketRow;
  readonly call: CallRow;
  readonly call_shown: CallShownRow;
  readonly visit: VisitRow;
  readonly check_in_intent: CheckInIntentRow;
  readonly ticket_print: TicketPrintRow;
  readonly identification_record: IdentificationRecordRow;
  readonly identification_attempt: IdentificationAttemptRow;
  readonly enrolment_code: EnrolmentCodeRow;
  readonly device_credential: DeviceCredentialRow;
  readonly terminal_state: TerminalStateRow;
  readonly screen_state: ScreenStateRow;
  readonly staff: StaffRow;
  readonly login_attempt: LoginAttemptRow;
  readonly login: LoginRow;
  readonly badge: BadgeRow;
  readonly staff_login: StaffLoginRow;
  readonly screen_picture: ScreenPictureRow;
  readonly self_test: SelfTestRow;
  readonly self_test_part: SelfTestPartRow;
  readonly screen_test: ScreenTestRow;
  readonly help_request: HelpRequestRow;
  readonly slip_scan: SlipScanRow;
}

export type Database = Kysely<Tables>;
export type WriteTransaction = Transaction<Tables>;
/** The database itself or a transaction on it: good enough to read with. */
export type Readable = Database;

export interface WriteKeyRow {
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly reply: string;
  readonly at: string;
}

export interface EventRow {
  readonly sequence: number;
  readonly type: string;
  readonly version: number;
  readonly at: string;
  readonly business_date: string;
  readonly area_id: string | null;
  readonly queue_id: string | null;
  readonly body: string;
}

/** One row a queue: whoever changes it holds the queue until the transaction ends. */
export interface QueueLineRow {
  readonly queue_id: string;
  readonly version: number;
}

export interface TicketRow {
  readonly id: string;
  readonly queue_id: string;
  readonly area_id: string;
  readonly business_date: string;
  readonly clinic_session: string;
  readonly number: number;
  readonly label: string;
  readonly patient_id: string;
  readonly masked_name: string;
  readonly surname: string | null;
  readonly sex: string;
  readonly birth_year: number | null;
  readonly kind: string;
  readonly appointment_id: string | null;
  readonly practitioner: string | null;
  readonly slot_start: string | null;
  readonly slot_end: string | null;
  readonly lane: string;
  readonly state: string;
  readonly checked_in_at: string;
  readonly misses: number;
  readonly room_id: string | null;
  readonly desk_id: string | null;
  readonly work_no: string | null;
  readonly call_id: string | null;
  readonly first_called_at: string | null;
  readonly called_at: string | null;
  readonly times: number;
  readonly ended_at: string | null;
  readonly version: number;
  /** Who took it for the patient, as JSON of Acting; null: the patient. */
  readonly acted_by: string | null;
  /** Of a called one: in the room, or in the corridor before it. */
  readonly stage: string;
  readonly class: string | null;
  readonly registered_no: number | null;
  readonly returned_at: string | null;
  readonly emergency: number | null;
  readonly moved_before: string | null;
  readonly moved_rank: number | null;
  readonly moved_at: string | null;
  readonly assigned_to: string | null;
  readonly reports_awaited: number | null;
  readonly reports_ready: number | null;
  /** Of a queue that lives in another system: the system, its id of the ticket, and the place that it has there. */
  readonly outside_source: string | null;
  readonly outside_id: string | null;
  readonly outside_rank: number | null;
}

export interface CallRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly queue_id: string;
  readonly area_id: string;
  readonly business_date: string;
  readonly lane: string;
  readonly room_id: string;
  readonly desk_id: string;
  readonly work_no: string;
  readonly called_at: string;
  readonly times: number;
  /** Place of this call among the calls of its queue. */
  readonly place: number;
  /** Whether the order chose the ticket; else a person did. */
  readonly automatic: number;
  /** Whether the call took a turn of the order; a recall and the way from the corridor into the room take none. */
  readonly counts: number;
  readonly stage: string;
  readonly checked_in_at: string | null;
  readonly undone_at: string | null;
  /** What the call changed of its ticket, and the tickets that it finished, as JSON: its undo puts them back. */
  readonly before: string | null;
  readonly finished: string | null;
}

export interface CallShownRow {
  readonly call_id: string;
  readonly screen_id: string;
  readonly at: string;
}

export interface VisitRow {
  readonly id: string;
  readonly terminal_id: string;
  readonly secret_hash: string;
  readonly patient: string | null;
  readonly choices: string;
  readonly opened_at: string;
  readonly touched_at: string;
  readonly ended_at: string | null;
  readonly why: string | null;
  /** Who acts for the patient, as JSON of Acting. */
  readonly acting: string | null;
}

/** What somebody vouched for or did for another. Only added to; ids only, never a name. */
export interface IdentificationRecordRow {
  readonly id: string;
  readonly at: string;
  readonly business_date: string;
  readonly terminal_id: string;
  readonly visit_id: string;
  readonly what: string;
  readonly patient_id: string;
  readonly staff_id: string | null;
  readonly staff_role: string | null;
  readonly acted_by: string | null;
}

/** Tries at numbers, by terminal and by a part of the number's hash that many numbers share. */
export interface IdentificationAttemptRow {
  readonly scope: string;
  readonly wrong: number;
  readonly since: string;
}

export interface CheckInIntentRow {
  readonly id: string;
  readonly terminal_id: string | null;
  readonly appointment_id: string;
  readonly state: string;
  readonly plan: string;
  readonly started_at: string;
  readonly attended_until: string;
}

/** A slip that a terminal has fetched, by the key with which it was asked for. */
export interface TicketPrintRow {
  readonly terminal_id: string;
  readonly key: string;
  readonly ticket_id: string;
  readonly state: string;
  readonly asked_at: string;
  readonly settled_at: string | null;
}

export interface EnrolmentCodeRow {
  readonly code_hash: string;
  readonly kind: string;
  readonly device_id: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}

export interface DeviceCredentialRow {
  readonly credential_hash: string;
  readonly kind: string;
  readonly device_id: string;
  readonly issued_at: string;
}

export interface TerminalStateRow {
  readonly terminal_id: string;
  readonly state: string;
  readonly at: string;
  /** Milliseconds by which its clock was ahead of ours; null: it did not say. */
  readonly clock_ahead: number | null;
}

export interface ScreenStateRow {
  readonly screen_id: string;
  readonly connected: number;
  readonly sound: string;
  readonly hub_id: string;
  readonly at: string;
}

export interface StaffRow {
  readonly work_no: string;
  readonly name: string;
  readonly title: string | null;
  readonly role: string;
  readonly password_hash: string;
  /** `demo`: named in the settings of a demo; `operator`: made by one. */
  readonly source: string;
  readonly disabled_at: string | null;
  readonly one_time_until: string | null;
}

/** Wrong tries of a work number, of a badge, or at a place. `since`: when the first of them was made. */
export interface LoginAttemptRow {
  readonly work_no: string;
  readonly wrong: number;
  readonly since: string;
  readonly locked_until: string | null;
}

export interface LoginRow {
  readonly token_hash: string;
  readonly desk_id: string;
  readonly work_no: string;
  readonly at: string;
  readonly expires_at: string;
  readonly ended_at: string | null;
}

/** A one-day badge; `number` counts those of a day. */
export interface BadgeRow {
  readonly id: string;
  readonly secret_hash: string;
  readonly business_date: string;
  readonly number: number;
  readonly name: string | null;
  readonly role: string;
  readonly issued_by: string;
  readonly issued_at: string;
  readonly withdrawn_at: string | null;
}

/** A login away from a desk, by an account or by a badge. */
export interface StaffLoginRow {
  readonly token_hash: string;
  readonly work_no: string | null;
  readonly badge_id: string | null;
  readonly at: string;
  readonly expires_at: string;
  readonly ended_at: string | null;
}

export interface HelpRequestRow {
  readonly id: string;
  readonly terminal_id: string;
  readonly business_date: string;
  readonly errand: string;
  readonly state: string;
  readonly asked_at: string;
  readonly since: string;
  readonly escalate_at: string | null;
  readonly escalated_at: string | null;
  readonly lapse_at: string | null;
  readonly first_taken_at: string | null;
  readonly helper_id: string | null;
  readonly helper: string | null;
  readonly version: number;
}

export interface SlipScanRow {
  readonly staff_id: string;
  /** The minute in which the scans were made, as the instant at which it began. */
  readonly minute: string;
  readonly scans: number;
}

/** What a calling screen painted last, and when it said so. */
export interface ScreenPictureRow {
  readonly screen_id: string;
  readonly picture: string;
  readonly at: string;
  readonly clock_ahead: number;
}

/** One terminal's part in a run of self-tests; `screens`: those that are to show the test picture, as JSON. */
export interface SelfTestRow {
  readonly run_id: string;
  readonly terminal_id: string;
  readonly asked_by: string;
  readonly started_at: string;
  readonly until: string;
  readonly screens: string;
}

/** How one part went at a terminal; null fault: passed. */
export interface SelfTestPartRow {
  readonly run_id: string;
  readonly terminal_id: string;
  readonly part: string;
  readonly fault: string | null;
  readonly at: string;
}

export interface ScreenTestRow {
  readonly run_id: string;
  readonly screen_id: string;
  readonly at: string;
}
