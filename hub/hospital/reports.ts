import type { ReportsReady } from '../contract/index.ts';

/** Tests that a patient was sent for. In FHIR the DiagnosticReports of the encounter, issued since then. */
export interface AwaitedReports {
  readonly appointmentId: string;
  /** When the patient was sent: reports of earlier tests do not count. ISO, UTC. */
  readonly since: string;
  /** How many reports the desk awaits; null: it did not say. A hospital that knows better says its own number. */
  readonly awaited: number | null;
}

/** Hears how many reports are ready, as they become so. */
export type ReportsListener = (said: readonly ReportsReady[]) => void;
