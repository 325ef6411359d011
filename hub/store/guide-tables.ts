/** Tables of the map of the hospital. */
export interface GuideTables {
  readonly guide_state: GuideStateRow;
  readonly guide_venue: GuideVenueRow;
  readonly guide_piece: GuidePieceRow;
  readonly guide_change: GuideChangeRow;
}

/** One row: whoever changes it holds the map until the transaction ends. */
export interface GuideStateRow {
  readonly id: number;
  /** The venue that serves; null: none is published. */
  readonly venue_id: string | null;
  /** Rises with every venue, closure and move. */
  readonly revision: number;
  /** With what links for phones are signed; the same at all hub servers of this database. */
  readonly link_key: string;
}

export interface GuideVenueRow {
  readonly id: string;
  readonly name: string;
  readonly published_at: string;
  readonly published_by: string;
  /** SHA-256 of archive and corrections, in hex. */
  readonly digest: string;
  readonly archive: Uint8Array;
  /** Null: none were laid over it. */
  readonly corrections: string | null;
}

/** An archive on its way here. */
export interface GuidePieceRow {
  readonly upload: string;
  readonly number: number;
  readonly at: string;
  readonly bytes: Uint8Array;
}

/** `closed` or `moved`; `unit`: where to. A change that is taken back stays, with who did it. */
export interface GuideChangeRow {
  readonly id: string;
  readonly change: string;
  readonly feature: string;
  readonly unit: string | null;
  readonly note: string;
  readonly made_by: string;
  readonly made_at: string;
  readonly over_by: string | null;
  readonly over_at: string | null;
}
