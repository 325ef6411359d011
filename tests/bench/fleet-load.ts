import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetView, type TerminalState } from '@lobby/hub/contract';
import { enrolmentCode, startHouse } from '../../tools/house.js';
import { enrolledCookie, follow, staffCookie } from './desk-client.ts';
import { spread, type Figure } from './figures.ts';

const terminals = 60;
const screens = 40;
const operators = 3;
const reportEvery = 15_000;
/** Two rounds of reports. Milliseconds. */
const lasts = 30_000;
/** Every so many reports say something new: a roll of paper that ran out, or was changed. */
const newsEvery = 4;

/** A hub with sixty terminals that report, forty screens that follow, and three operators who watch. */
export async function measureFleet(site: string, folder: string): Promise<Figure[]> {
  const data = join(folder, 'fleet');
  const house = await startHouse({ site: siteOfMany(site, join(folder, 'fleet-site')), data });
  try {
    const { hub } = house;
    const reporting = await Promise.all(terminalIds().map((id) => enrolTerminal(hub, data, id)));
    const screen = await enrolledCookie(hub, data, 'screen', 'S-card');
    const screenStreams = await Promise.all(
      Array.from({ length: screens }, () => follow(`${hub}/api/screen/feed`, screen, () => undefined)),
    );
    const watch = new Watch();
    const operator = await staffCookie(hub, { workNo: '9001', password: 'demo-9001' });
    const operatorStreams = await Promise.all(
      Array.from({ length: operators }, () =>
        follow(`${hub}/api/operator/feed`, operator, (name, text) => name === 'fleet' && watch.seen(text)),
      ),
    );
    const before = cpuSeconds(house.processes.hub.pid);
    const started = performance.now();
    await report(hub, reporting, watch);
    const load = (cpuSeconds(house.processes.hub.pid) - before) / ((performance.now() - started) / 1000);
    for (const stream of [...screenStreams, ...operatorStreams]) stream.stop();
    const beside = `${terminals} terminals that report every ${reportEvery / 1000} s, ${screens} screens, ${operators} operator pages`;
    return [
      { what: 'hub with a whole fleet, processor', reached: `${Math.round(load * 100)}% of one core`, beside },
      { what: 'terminal’s news → operator pages', reached: spread(watch.samples), beside },
    ];
  } finally {
    await house.stop();
  }
}

/** When news was sent, and how long each operator page took to have it. */
class Watch {
  readonly samples: number[] = [];
  readonly #sent = new Map<string, { readonly paper: string; readonly at: number; seenBy: number }>();

  sends(terminalId: string, paper: string): void {
    this.#sent.set(terminalId, { paper, at: performance.now(), seenBy: 0 });
  }

  seen(text: string): void {
    const now = performance.now();
    for (const { terminalId, state } of fleetView.parse(JSON.parse(text)).terminals) {
      const news = this.#sent.get(terminalId);
      if (news === undefined || news.paper !== state?.paper) continue;
      this.samples.push(now - news.at);
      news.seenBy += 1;
      if (news.seenBy === operators) this.#sent.delete(terminalId);
    }
  }
}

interface Reporting {
  readonly id: string;
  readonly credential: string;
}

async function report(hub: string, reporting: readonly Reporting[], watch: Watch): Promise<void> {
  const startedAt = new Date().toISOString();
  const gap = reportEvery / reporting.length;
  const count = Math.floor(lasts / gap);
  const replies: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const terminal = reporting[index % reporting.length];
    if (terminal === undefined) break;
    const round = Math.floor(index / reporting.length);
    const isNews = round > 0 && index % newsEvery === 0;
    const paper = isNews ? 'near-end' : 'ok';
    if (isNews) watch.sends(terminal.id, paper);
    const painted = { shown: 'welcome', frames: round + 1, paintedAt: new Date().toISOString() };
    replies.push(tell(hub, terminal, { startedAt, paper, picture: painted }));
    await new Promise((resolve) => setTimeout(resolve, gap));
  }
  await Promise.all(replies);
}

async function tell(
  hub: string,
  { credential }: Reporting,
  said: Pick<TerminalState, 'startedAt' | 'paper' | 'picture'>,
): Promise<void> {
  const ready = { state: 'ready', fault: null, since: said.startedAt } as const;
  const state: TerminalState = {
    version: '0.1.0',
    reader: ready,
    printer: ready,
    unknownJobs: 0,
    saidAt: new Date().toISOString(),
    ...said,
  };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${credential}` };
  const reply = await fetch(`${hub}/api/terminal/state`, { method: 'POST', headers, body: JSON.stringify(state) });
  if (!reply.ok) throw new Error(`a report was answered ${reply.status}`);
}

async function enrolTerminal(hub: string, data: string, id: string): Promise<Reporting> {
  const code = await enrolmentCode({ hub, data, kind: 'terminal', id });
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch(`${hub}/api/enrolment`, { method: 'POST', headers, body: JSON.stringify({ code }) });
  const said = (await reply.json()) as { readonly credential?: string };
  return { id, credential: said.credential ?? '' };
}

/** The site with as many terminals more; the first one has the house's own agent. */
function siteOfMany(site: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  cpSync(site, folder, { recursive: true });
  const own = readFileSync(join(site, 'terminals.yaml'), 'utf8');
  const more = terminalIds().map(
    (id) => `  - { id: ${id}, name: { zh: ${id}, en: ${id} }, level: 1, panel: portrait-21 }`,
  );
  writeFileSync(join(folder, 'terminals.yaml'), [own.trimEnd(), ...more, ''].join('\n'));
  return folder;
}

function terminalIds(): readonly string[] {
  return Array.from({ length: terminals }, (_, index) => `K${String(index + 2).padStart(2, '0')}`);
}

/** Processor time of a process until now, from the clock ticks (100 a second) in its stat. */
function cpuSeconds(pid: number | undefined): number {
  const [, after = ''] = readFileSync(`/proc/${pid ?? 'self'}/stat`, 'utf8').split(') ');
  const fields = after.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
