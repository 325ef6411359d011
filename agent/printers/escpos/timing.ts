/** Every delay of the printer driver, in milliseconds. */
export interface EscposTiming {
  /** Time for the answer to one status question. */
  readonly answer: number;
  /** Quiet after an unanswered question, in which a late answer is thrown away. */
  readonly late: number;
  /** Pause between two looks at a printer that is printing. */
  readonly look: number;
  /** Kept back from a job's time for asking how the printer is at its end. */
  readonly lastLook: number;
  /** A whole job, from the first question to the outcome. */
  readonly job: number;
  /** Pause between two looks at a printer that is idle; 0: never. */
  readonly watch: number;
}

export const escposTiming: EscposTiming = {
  answer: 600,
  late: 300,
  look: 500,
  lastLook: 1500,
  job: 18_000,
  watch: 5000,
};
