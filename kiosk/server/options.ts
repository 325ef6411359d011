import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the server is told by its environment. */
export interface ServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of databases, logs and the operator token. */
  readonly data: string;
  /** Folder of the site. */
  readonly site: string;
  /** PostgreSQL; undefined: SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Instant at which the hub's time stands still, for journeys; undefined: the machine's time. */
  readonly clock: string | undefined;
  /** How many times as fast as the machine's time the hub's goes on from `clock`; 0: it stands still. */
  readonly clockSpeed: number;
  /** Script that the sandbox hospital follows from the start; undefined: it behaves well. */
  readonly hospitalScript: string | undefined;
}

export type OptionsResult =
  { readonly ok: true; readonly options: ServerOptions } | { readonly ok: false; readonly sentence: string };

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Reads PORT, HOST, LOBBY_DATA, LOBBY_SITE, DATABASE_URL, LOBBY_CLOCK, LOBBY_CLOCK_SPEED and LOBBY_HOSPITAL_SCRIPT. Folders are relative to the repository. */
export function readOptions(environment: Readonly<Record<string, string | undefined>>): OptionsResult {
  const port = set(environment['PORT']) ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return { ok: false, sentence: `PORT takes a number from 0 to 65535, not "${port}".` };
  const databaseUrl = set(environment['DATABASE_URL']);
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    return { ok: false, sentence: 'DATABASE_URL takes an address that starts with postgres://.' };
  const clock = set(environment['LOBBY_CLOCK']);
  if (clock !== undefined && Number.isNaN(Date.parse(clock)))
    return { ok: false, sentence: 'LOBBY_CLOCK takes an instant such as 2026-03-02T08:52:00+08:00.' };
  const clockSpeed = Number(set(environment['LOBBY_CLOCK_SPEED']) ?? '0');
  if (!(clockSpeed >= 0 && clockSpeed <= 1_000))
    return { ok: false, sentence: 'LOBBY_CLOCK_SPEED takes a number from 0 to 1000.' };
  const hospitalScript = set(environment['LOBBY_HOSPITAL_SCRIPT']);
  return {
    ok: true,
    options: {
      host: set(environment['HOST']) ?? '127.0.0.1',
      port: Number(port),
      data: folder(set(environment['LOBBY_DATA']) ?? 'data'),
      site: folder(set(environment['LOBBY_SITE']) ?? 'config/sites/demo'),
      databaseUrl,
      clock,
      clockSpeed,
      hospitalScript: hospitalScript === undefined ? undefined : folder(hospitalScript),
    },
  };
}

function set(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function folder(path: string): string {
  return isAbsolute(path) ? path : resolve(repository, path);
}
