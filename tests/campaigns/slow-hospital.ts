import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hubFile } from '@lobby/hub/open.ts';
import { seededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';
import { enrolmentCode } from '../../tools/house.js';
import { startProcess } from '../../tools/processes.js';
import { percentile } from '../bench/figures.ts';
import { lookAfterwards, type Afterwards } from './afterwards.ts';
import { startAgentTerminal, type AgentTerminal } from './agent-terminal.ts';
import { makeCampaignSite } from './campaign-site.ts';
import { drawManner, visitHospital, type Outcome, type PatientManner } from './patient.ts';
import { peopleWithAppointments } from './people.ts';
import { TerminalsInTurn } from './terminals-in-turn.ts';

export interface CampaignWish {
  readonly patients: number;
  readonly terminals: number;
  readonly seed: number;
  /** How many times as fast as in a hospital everything is that can be: the hospital, the patience with it, the flows, paper. */
  readonly speed: number;
  /** Seconds that the hospital takes over each call, as in a hospital. */
  readonly latency: number;
  /** Share of calls that fail. */
  readonly errors: number;
  /** Folder for site, databases and logs. */
  readonly folder: string;
}

interface Finished {
  readonly outcome: Outcome;
  readonly manner: PatientManner;
  /** From the first card to the last screen, in seconds as in a hospital. */
  readonly seconds: number;
}

const start = '2026-03-02T08:52:00+08:00';
const demoSite = fileURLToPath(new URL('../../config/sites/demo', import.meta.url));

/** 200 scripted patients before a hospital that takes 8 s and errs. Prints a table; false: something was violated. */
export async function slowHospital(wish: CampaignWish): Promise<boolean> {
  const { speed, folder } = wish;
  const site = join(folder, 'site');
  const data = join(folder, 'data');
  const ids = Array.from({ length: wish.terminals }, (_, index) => `K${String(index + 1).padStart(2, '0')}`);
  const settings = makeCampaignSite({
    from: demoSite,
    to: site,
    terminals: ids,
    // So many that there are enough who can check in for one thing only: of those two tickets are one too many.
    patients: 5_000,
    speed,
  });
  const env = { LOBBY_SITE: site, LOBBY_DATA: data, LOBBY_CLOCK: start, LOBBY_CLOCK_SPEED: String(speed), PORT: '0' };
  const hub = startProcess({ name: 'hub', entry: 'kiosk/server/main.ts', env, logs: join(data, 'logs') });
  const terminals: AgentTerminal[] = [];
  try {
    const [, url = ''] = await hub.line(/hub ready (http:\/\/\S+)/, 90_000);
    for (const id of ids) {
      const code = await enrolmentCode({ hub: url, data, kind: 'terminal', id });
      terminals.push(await startAgentTerminal({ id, hub: url, site, data, enrolmentCode: code, speed }));
    }
    const files = { hub: hubFile(data), sandbox: join(data, 'sandbox.sqlite') };
    const people = peopleWithAppointments({
      file: files.sandbox,
      site: settings,
      now: Date.parse(start),
      count: wish.patients,
    });
    await tellHospital(url, data, wish);
    const finished = await letThemCome({ people, terminals, wish });
    await tellHospital(url, data, undefined);
    const after = await whenSettled(() =>
      lookAfterwards({ ...files, patientIds: people.map(({ patientId }) => patientId) }),
    );
    return report({
      wish,
      people: people.length,
      finished,
      after,
      patientsOf: people.map(({ patientId }) => patientId),
    });
  } finally {
    await Promise.all(terminals.map((terminal) => terminal.stop()));
    await hub.stop();
  }
}

async function tellHospital(hub: string, data: string, wish: CampaignWish | undefined): Promise<void> {
  const token = readFileSync(join(data, 'hub', 'admin-token'), 'utf8').trim();
  const script = wish && {
    seed: wish.seed,
    operations: { '*': { latencySeconds: wish.latency / wish.speed, errors: wish.errors, timeoutsAfterCommit: 0.02 } },
    silenceSeconds: 60 / wish.speed,
  };
  const reply = await fetch(`${hub}/api/operator/hospital`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ script: script ?? null }),
  });
  if (!reply.ok) throw new Error(`the hub took no script: ${await reply.text()}`);
}

async function letThemCome(campaign: {
  readonly people: ReturnType<typeof peopleWithAppointments>;
  readonly terminals: readonly AgentTerminal[];
  readonly wish: CampaignWish;
}): Promise<Finished[]> {
  const { speed, seed } = campaign.wish;
  const turns = new TerminalsInTurn(campaign.terminals);
  const random = seededRandom(seed);
  let done = 0;
  return Promise.all(
    campaign.people.map(async (person) => {
      const manner = drawManner(random);
      let began: number | undefined;
      const outcome = await visitHospital({
        person,
        manner,
        // Not scaled alone: cards are read and processes answer at their own pace.
        patience: 15_000 + 90_000 / speed,
        pause: 30_000 / speed,
        leavesAfter: 5_000 / speed,
        terminal: async () => {
          const terminal = await turns.take();
          began ??= performance.now();
          return terminal;
        },
        free: (terminal) => turns.giveBack(terminal),
      });
      done += 1;
      if (done % 25 === 0) console.log(`  ${done} of ${campaign.people.length} patients have gone home`);
      return { outcome, manner, seconds: ((performance.now() - (began ?? 0)) * speed) / 1_000 };
    }),
  );
}

/** Open check-ins are looked after once a minute. */
async function whenSettled(look: () => Afterwards): Promise<Afterwards> {
  const end = performance.now() + 150_000;
  let after = look();
  while (after.open > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    after = look();
  }
  return after;
}

function report(campaign: {
  readonly wish: CampaignWish;
  readonly people: number;
  readonly patientsOf: readonly string[];
  readonly finished: readonly Finished[];
  readonly after: Afterwards;
}): boolean {
  const { wish, finished, after } = campaign;
  const counts = new Map<string, number>();
  for (const { outcome } of finished) {
    const name =
      outcome.ended === 'ticket'
        ? 'ticket'
        : outcome.ended === 'reason'
          ? `reason: ${outcome.reason}`
          : `NOTHING: ${outcome.screen}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const lost = finished.filter(
    ({ outcome }, index) => outcome.ended === 'ticket' && !after.withTicket.has(campaign.patientsOf[index] ?? ''),
  );
  const nothing = finished.filter(({ outcome }) => outcome.ended === 'nothing').length;
  const straight = finished
    .filter(({ outcome, manner }) => outcome.ended === 'ticket' && manner === 'calm' && outcome.tries === 1)
    .map(({ seconds }) => seconds);
  const all = finished.map(({ seconds }) => seconds);
  const rows: readonly (readonly [string, string])[] = [
    ...[...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, count]) => [name, String(count)] as const),
    ['needed more than one try', String(finished.filter(({ outcome }) => outcome.tries > 1).length)],
    [
      'card to ticket taken, calm, first try',
      `p50 ${seconds(percentile(straight, 0.5))}, p95 ${seconds(percentile(straight, 0.95))}`,
    ],
    ['first card to the end, everybody', `p50 ${seconds(percentile(all, 0.5))}, p95 ${seconds(percentile(all, 0.95))}`],
    ['twice: tickets, numbers or steps at the hospital', String(after.twice.length)],
    ['arrived at the hospital without a ticket', String(after.arrivedWithoutTicket.length)],
    ['a ticket without an arrival at the hospital', String(after.ticketWithoutArrival.length)],
    ['saw a ticket that is not in the database', String(lost.length)],
    ['check-ins still open', String(after.open)],
  ];
  console.log(
    `\n${campaign.people} patients, ${wish.terminals} terminals, hospital ${wish.latency} s a call, ${wish.errors * 100} % errors, 2 % of writes never answered; seed ${wish.seed}`,
  );
  console.log(
    `${wish.speed} times as fast: hospital, deadlines, flows, printer and the hub's clock. Not scaled: the reader's looks, HTTP, databases, so times are a little too long.\n`,
  );
  console.log(['| what | |', '|---|---|', ...rows.map(([what, value]) => `| ${what} | ${value} |`)].join('\n'));
  const violated =
    nothing +
    after.twice.length +
    after.arrivedWithoutTicket.length +
    after.ticketWithoutArrival.length +
    lost.length +
    after.open;
  if (campaign.people < wish.patients) console.log(`\nOnly ${campaign.people} patients have an appointment now.`);
  console.log(
    violated === 0
      ? '\nEverybody has a ticket or a reason, and nobody two.'
      : `\nVIOLATED: ${[...after.twice, ...after.arrivedWithoutTicket].slice(0, 5).join('; ')}`,
  );
  return violated === 0 && campaign.people === wish.patients;
}

function seconds(value: number): string {
  return `${value.toFixed(0)} s`;
}
