import type { DatabaseSync } from 'node:sqlite';
import type { HospitalResult } from '../port.ts';
import { inSavepoint, inTransaction } from './database.ts';
import { takeStep, type AppointmentStep, type StepDone } from './writes.ts';

type StepResult = HospitalResult<StepDone>;

interface Waiting {
  readonly step: AppointmentStep;
  readonly done: (result: StepResult) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Steps that are asked for in the same moment share a commit, since a commit costs a flush of the disk however much is
 * in it. Each is answered once it is durable; one that fails takes no other with it.
 */
export class StepLine {
  readonly #database: DatabaseSync;
  #waiting: Waiting[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  take(step: AppointmentStep): Promise<StepResult> {
    return new Promise((done, failed) => {
      this.#waiting.push({ step, done, failed });
      if (this.#waiting.length === 1) setImmediate(() => this.#takeTogether());
    });
  }

  #takeTogether(): void {
    const together = this.#waiting;
    this.#waiting = [];
    try {
      const answers = inTransaction(this.#database, () => together.map((waiting) => this.#takeOne(waiting)));
      for (const answer of answers) answer();
    } catch (error) {
      for (const { failed } of together) failed(error);
    }
  }

  /** Takes one step and gives the way to answer it, once all of them are durable. */
  #takeOne({ step, done, failed }: Waiting): () => void {
    try {
      const result = inSavepoint(this.#database, () => takeStep(this.#database, step));
      return () => done(result);
    } catch (error) {
      return () => failed(error);
    }
  }
}
