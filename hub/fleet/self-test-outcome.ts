import { selfTestFaults, type SelfTestFault, type SelfTestOutcome, type SelfTestResult } from '../contract/index.ts';
import type { SelfTestPartRow, SelfTestRow } from '../store/tables.ts';

/** How long screens have to show the test picture. Milliseconds. */
const screensWithin = 15_000;

export interface SelfTestRows {
  readonly run: SelfTestRow;
  readonly parts: readonly SelfTestPartRow[];
  /** When each screen showed the test picture of this run. */
  readonly shown: ReadonlyMap<string, string>;
  /** Screens that are connected now. */
  readonly connected: ReadonlySet<string>;
}

/** How a self-test stands at an instant: what was not said in time has failed. */
export function selfTestResultOf(rows: SelfTestRows, now: number): SelfTestResult {
  const { run } = rows;
  const of = (part: string): SelfTestOutcome => partOutcome(rows, part, now);
  return {
    runId: run.run_id,
    startedAt: run.started_at,
    until: run.until,
    parts: { card: of('card'), print: of('print'), speak: of('speak'), call: callOutcome(rows, now) },
  };
}

function partOutcome({ run, parts }: SelfTestRows, part: string, now: number): SelfTestOutcome {
  const said = parts.find((row) => row.part === part);
  if (said !== undefined && said.fault === null) return { state: 'passed', at: said.at };
  if (said !== undefined) return failed(said.at, faultOf(said.fault));
  return Date.parse(run.until) > now ? { state: 'waiting' } : failed(run.until, 'no-answer');
}

function callOutcome({ run, shown, connected }: SelfTestRows, now: number): SelfTestOutcome {
  const screens = JSON.parse(run.screens) as readonly string[];
  const missing = screens.filter((screen) => !shown.has(screen));
  if (missing.length === 0) return { state: 'passed', at: latest([run.started_at, ...shown.values()]) };
  const due = Date.parse(run.started_at) + screensWithin;
  if (now < due) return { state: 'waiting' };
  const away = missing.filter((screen) => !connected.has(screen));
  // Whoever goes there first looks for the cable.
  const of = away.length > 0 ? away : missing;
  return failed(new Date(due).toISOString(), away.length > 0 ? 'screen-away' : 'screen-not-shown', of);
}

function failed(at: string, fault: SelfTestFault, of: readonly string[] = []): SelfTestOutcome {
  return { state: 'failed', at, fault, of: [...of] };
}

function faultOf(text: string | null): SelfTestFault {
  return selfTestFaults.find((known) => known === text) ?? 'no-answer';
}

function latest(instants: readonly string[]): string {
  return instants.reduce((one, other) => (other > one ? other : one));
}
