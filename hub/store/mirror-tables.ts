/** Tables of areas whose queue lives in another system. */
export interface MirrorTables {
  readonly area_mode: AreaModeRow;
  readonly mirror_credential: MirrorCredentialRow;
  readonly mirrored_source: MirroredSourceRow;
  readonly mirrored_fact: MirroredFactRow;
  readonly mirrored_snapshot: MirroredSnapshotRow;
  readonly mirrored_heard: MirroredHeardRow;
}

/** Who keeps the queue of an area, once an operator has said so. No row: as the settings have it. */
export interface AreaModeRow {
  readonly area_id: string;
  readonly mode: string;
  readonly since: string;
  readonly changed_by: string;
  readonly version: number;
}

/** What another system shows to speak for one area, or for all: null. */
export interface MirrorCredentialRow {
  readonly id: string;
  readonly source: string;
  readonly area_id: string | null;
  readonly credential_hash: string;
  readonly issued_by: string;
  readonly issued_at: string;
  readonly withdrawn_at: string | null;
  readonly last_used_at: string | null;
}

/** One row a source: whoever changes it speaks for the source until the transaction ends. */
export interface MirroredSourceRow {
  readonly source: string;
  readonly version: number;
  /** `time` or `revision`; null before its first item. */
  readonly ordering: string | null;
  /** The newest stamp that it has said. */
  readonly newest: string | null;
}

/** All that a source has said of one ticket, as JSON of Facts; `calls`: our ids of its calls. */
export interface MirroredFactRow {
  readonly source: string;
  readonly external_id: string;
  readonly queue_id: string | null;
  readonly ticket_id: string | null;
  /** 1: the ticket had a number of ours before, which it keeps. */
  readonly adopted: number;
  readonly facts: string;
  readonly calls: string;
  readonly changed_at: string;
}

/** The newest whole queue that a source has told. */
export interface MirroredSnapshotRow {
  readonly source: string;
  readonly queue_id: string;
  readonly stamp: string;
}

/** When a source last said anything of an area. */
export interface MirroredHeardRow {
  readonly source: string;
  readonly area_id: string;
  readonly heard_at: string;
}
