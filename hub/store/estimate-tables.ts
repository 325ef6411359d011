/** Tables of what patients were told of their wait. */
export interface EstimateTables {
  readonly wait_estimate: WaitEstimateRow;
}

export interface WaitEstimateRow {
  readonly ticket_id: string;
  /** Since when the ticket waited. */
  readonly since: string;
  readonly queue_id: string;
  readonly area_id: string;
  readonly business_date: string;
  readonly lane: string;
  readonly ahead: number;
  readonly told_at: string;
  /** Between which instants the call was expected; null: no time was told. */
  readonly from_at: string | null;
  readonly to_at: string | null;
}
