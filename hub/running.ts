import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSite } from '@lobby/config';
import { FixedClock, RunningClock, systemClock, type Clock } from './clock.ts';
import { fillWaitingAreas } from './demo-crowd.ts';
import { openSandbox } from './hospital/sandbox/sandbox.ts';
import { readHospitalScript, type HospitalScript } from './hospital/sandbox/script.ts';
import type { Hub } from './hub.ts';
import { openHub } from './open.ts';

export interface StartSettings {
  /** Data folder. */
  readonly data: string;
  /** Folder of the site's settings. */
  readonly site: string;
  /** PostgreSQL; SQLite in the data folder when it is left out or empty. */
  readonly databaseUrl?: string | undefined;
  /** Instant at which time stands still, for journeys; the machine's time when it is left out. */
  readonly clock?: string | undefined;
  /** Makes time go on from `clock`, so many times as fast as the machine's; 0 and left out: it stands still. */
  readonly clockSpeed?: number | undefined;
  /** File of a script that the sandbox hospital follows from the start; it behaves well when it is left out. */
  readonly hospitalScript?: string | undefined;
}

let starting: Promise<Hub> | undefined;
let running: Hub | undefined;

/** Starts the one hub of this process: settings, databases, the demo's patients. A second start gives the same hub. */
export async function startHub(settings: StartSettings): Promise<Hub> {
  starting ??= start(settings);
  try {
    running = await starting;
    return running;
  } catch (error) {
    starting = undefined;
    throw error;
  }
}

/** The hub of this process, once it has started. */
export function runningHub(): Hub | undefined {
  return running;
}

/** Ends the hub of this process: feeds, speech, databases. */
export async function stopHub(): Promise<void> {
  const hub = await starting;
  starting = undefined;
  running = undefined;
  await hub?.close();
}

async function start(settings: StartSettings): Promise<Hub> {
  const site = loadSite(settings.site);
  const script = readScript(settings.hospitalScript);
  keepAdminToken(settings.data);
  const clock = clockOf(settings);
  const sandbox = await openSandbox({ file: join(settings.data, 'sandbox.sqlite'), site, clock });
  const { databaseUrl } = settings;
  const folders = { dataFolder: settings.data, siteFolder: settings.site };
  const hub = await openHub({ site, clock, ...folders, databaseUrl, hospital: sandbox, sandbox });
  if (site.demo !== undefined) await fillWaitingAreas(hub, sandbox);
  if (site.demo !== undefined) sandbox.keepQueuesBusy();
  // Only now: the demo's patients were here before the trouble began.
  if (script !== undefined) sandbox.follow(script);
  return hub;
}

function clockOf({ clock, clockSpeed = 0 }: StartSettings): Clock {
  if (clock === undefined || clock === '') return systemClock;
  return clockSpeed > 0 ? new RunningClock(clock, clockSpeed) : new FixedClock(clock);
}

function readScript(file: string | undefined): HospitalScript | undefined {
  if (file === undefined || file === '') return undefined;
  const read = readHospitalScript(file);
  if (read.ok) return read.script;
  throw new Error(read.problems.join('\n'));
}

/** The operator's token: whoever may read the file may enrol devices. Kept from start to start. */
function keepAdminToken(dataFolder: string): void {
  const folder = join(dataFolder, 'hub');
  const file = join(folder, 'admin-token');
  mkdirSync(folder, { recursive: true });
  if (readToken(file).length < 32) writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function readToken(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
