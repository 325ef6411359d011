// npm run campaign -- slow-hospital: many scripted patients at once; -- queues: invented days of queues; -- routes: ways
// between random places; -- guide-day: a day of calls on one screen. Exit 1: something was violated.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { guideDayUsage, playGuideDay } from './guide-day.ts';
import { playQueues, queuesUsage } from './queues.ts';
import { proveAllRoutes, routesUsage } from './routes.ts';
import { slowHospital, type CampaignWish } from './slow-hospital.ts';

const usage = `npm run campaign -- slow-hospital [--patients 200] [--terminals 4] [--seed 1] [--speed 10] [--latency 8] [--errors 0.05]
  --speed N    so many times as fast as in a hospital; 1 takes half an hour
${queuesUsage}
${routesUsage}
${guideDayUsage}`;

const [name, ...words] = process.argv.slice(2);
if (name === 'queues') process.exitCode = exitCodeOf(playQueues(words));
else if (name === 'routes') process.exitCode = exitCodeOf(await proveAllRoutes(words));
else if (name === 'guide-day') process.exitCode = exitCodeOf(await playGuideDay(words));
else process.exitCode = await playSlowHospital();

async function playSlowHospital(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-campaign-'));
  const wish = readWish(folder);
  if (wish !== undefined) mkdirSync(join(folder, 'data'));
  const code = exitCodeOf(wish === undefined ? undefined : await slowHospital(wish));
  if (code === 1) console.log(`Databases and logs: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
  return code;
}

function exitCodeOf(held: boolean | undefined): number {
  if (held !== undefined) return held ? 0 : 1;
  console.error(usage);
  return 2;
}

function readWish(where: string): CampaignWish | undefined {
  try {
    const text = { type: 'string' } as const;
    const options = { patients: text, terminals: text, seed: text, speed: text, latency: text, errors: text };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const number = (value: string | undefined, usual: number): number => (value === undefined ? usual : Number(value));
    const read = {
      patients: number(values.patients, 200),
      terminals: number(values.terminals, 4),
      seed: number(values.seed, 1),
      speed: number(values.speed, 10),
      latency: number(values.latency, 8),
      errors: number(values.errors, 0.05),
    };
    const whole = [read.patients, read.terminals, read.seed].every((value) => Number.isInteger(value) && value > 0);
    const right = whole && read.speed >= 1 && read.latency >= 0 && read.errors >= 0 && read.errors <= 1;
    return right && positionals.join() === 'slow-hospital' ? { ...read, folder: where } : undefined;
  } catch {
    return undefined;
  }
}
