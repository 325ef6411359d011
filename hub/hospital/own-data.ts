import type { FinishLoad, LoadPiece, LoadReport } from '../contract/index.ts';
import type { Directory } from './port.ts';

/** A clinic that came with the loaded data. `of`: reference of the person, place or service whose patients wait. */
export interface LoadedClinic {
  /** Code of the clinic, as its HealthcareService has it. */
  readonly clinic: string;
  readonly of: string;
  readonly today: number;
}

/** What became of a load, without what only the hub knows: where its queues are served. */
export type TakenLoad = Omit<LoadReport, 'queues'> & { readonly clinics: readonly LoadedClinic[] };

/** A hospital that takes its own data from files. */
export interface OwnData {
  /** Keeps a piece until its load is finished. The same piece again replaces itself. */
  keep(piece: LoadPiece): void;
  /** Takes all pieces of a load, at once or not at all; undefined when some are missing. The same load again is answered again. */
  finish(load: FinishLoad): Promise<TakenLoad | undefined>;
  /** Clinics, rooms and areas that came with the data, as FHIR R4. */
  directory(): Directory;
}
