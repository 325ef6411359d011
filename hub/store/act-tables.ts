/** Tables of what desks and triage nurses do. */
export interface ActTables {
  readonly number_gone: NumberGoneRow;
  readonly desk_act: DeskActRow;
  readonly desk_state: DeskStateRow;
  readonly broadcast: BroadcastRow;
  readonly alarm: AlarmRow;
  readonly api_credential: ApiCredentialRow;
  readonly undone_check_in: UndoneCheckInRow;
}

export interface NumberGoneRow {
  readonly queue_id: string;
  readonly business_date: string;
  readonly clinic_session: string;
  readonly number: number;
  readonly ticket_id: string;
}

/** One action at a desk. Only added to; ids and codes only. `before`, `after`: the ticket, as JSON. */
export interface DeskActRow {
  readonly id: string;
  readonly at: string;
  readonly business_date: string;
  readonly area_id: string;
  readonly desk_id: string;
  readonly work_no: string;
  readonly action: string;
  readonly queue_id: string | null;
  readonly ticket_id: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly detail: string | null;
}

/**
 * A check-in that a desk has undone, as the hospital knows it; its id is the key of the write there. `open`: to be told,
 * `told`, `kept`: the hospital has it as arrived all the same, `over`: its patient has checked in again. `tried_at`: when it was told first;
 * `settled_at`: when it was told or kept.
 */
export interface UndoneCheckInRow {
  readonly id: string;
  readonly appointment_id: string;
  readonly at: string;
  readonly state: string;
  readonly tried_at: string | null;
  readonly settled_at: string | null;
}

/** A desk that pauses or has stopped; `reason`: a code. No row: open. */
export interface DeskStateRow {
  readonly desk_id: string;
  readonly area_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly since: string;
  readonly work_no: string;
  /** Work number of the doctor who sat there. */
  readonly practitioner: string | null;
}

export interface BroadcastRow {
  readonly id: string;
  readonly area_id: string;
  readonly text_zh: string;
  readonly text_en: string;
  readonly at: string;
  readonly until: string;
  readonly work_no: string;
  readonly ended_at: string | null;
}

export interface AlarmRow {
  readonly id: string;
  readonly area_id: string;
  readonly desk_id: string;
  readonly work_no: string;
  readonly at: string;
  readonly ended_at: string | null;
  readonly ended_by: string | null;
}

/** What a doctor's own software shows to act for a person at a desk. */
export interface ApiCredentialRow {
  readonly id: string;
  readonly credential_hash: string;
  readonly desk_id: string;
  readonly work_no: string;
  readonly issued_by: string;
  readonly issued_at: string;
  readonly withdrawn_at: string | null;
}
