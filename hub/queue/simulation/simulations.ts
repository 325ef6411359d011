import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { presetNames, readPolicy, readText, type QueuePolicy } from '@lobby/config';
import type {
  PlayChoices,
  PlayDayWish,
  PlayedDayReply,
  PlayedPolicy,
  PlayedUnder,
  Words,
} from '../../contract/index.ts';
import type { Database } from '../../store/tables.ts';
import type { Lines } from '../lines.ts';
import type { SitePlan } from '../site-plan.ts';
import type { DayPlan } from './day-plan.ts';
import { dayOfToday } from './day-of-today.ts';
import { exampleDays } from './example-days.ts';
import type { PolicyFigures } from './figures-of-day.ts';

/** What the thread is given. */
export interface WorkOfDay {
  readonly day: DayPlan;
  readonly policies: readonly QueuePolicy[];
  readonly seed: number;
}

interface Parts {
  readonly plan: SitePlan;
  readonly lines: Lines;
  readonly database: Database;
  /** How long a day may take to play, milliseconds. */
  readonly patience?: number;
}

const usualPatience = 60_000;
const program = fileURLToPath(new URL('simulation-worker.ts', import.meta.url));

/** Days that operators play before they use a policy: one at a time, in a thread beside the hub. */
export class Simulations {
  readonly #parts: Parts;
  #examples: ReadonlyMap<string, DayPlan> | undefined;
  #isBusy = false;
  #worker: Worker | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  choices(): PlayChoices {
    const queues = this.#parts.plan.site.areas.flatMap((area) => area.queues.map(({ id, name }) => ({ id, name })));
    const examples = [...this.#days()].map(([id, { name }]) => ({ id, name }));
    return { queues, presets: presetNames, examples };
  }

  async play({ policies, day: choice, seed }: PlayDayWish): Promise<PlayedDayReply> {
    const read = policies.map((policy) => this.#policyOf(policy));
    for (const [index, policy] of read.entries()) {
      if (policy === undefined) return { ok: false, reason: 'not-found' };
      if (!policy.ok) return { ok: false, reason: 'policy-wrong', policy: index, sentence: policy.sentence };
    }
    const rules = read.flatMap((policy) => (policy?.ok === true ? [policy.policy] : []));
    if (this.#isBusy) return { ok: false, reason: 'play-busy' };
    this.#isBusy = true;
    try {
      const day = choice.from === 'example' ? this.#days().get(choice.example) : await this.#today();
      if (day === undefined)
        return { ok: false, reason: choice.from === 'example' ? 'not-found' : 'nobody-came-today' };
      const played = await this.#playBeside({ day, policies: rules, seed });
      if (played === undefined) return { ok: false, reason: 'play-too-long' };
      return { ok: true, played: played.map(shown), classNames: classNames(rules) };
    } finally {
      this.#isBusy = false;
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #days(): ReadonlyMap<string, DayPlan> {
    this.#examples ??= exampleDays();
    return this.#examples;
  }

  #policyOf(
    choice: PlayedPolicy,
  ):
    | { readonly ok: true; readonly policy: QueuePolicy }
    | { readonly ok: false; readonly sentence: string }
    | undefined {
    if (choice.from === 'queue') {
      const place = this.#parts.plan.queue(choice.queueId);
      return place === undefined ? undefined : { ok: true, policy: place.policy };
    }
    if (choice.from === 'preset' && !presetNames.some((name) => name === choice.preset)) return undefined;
    const document = choice.from === 'preset' ? undefined : readText(choice.text);
    if (document?.ok === false) return document;
    const read = readPolicy(
      document === undefined ? choice.from === 'preset' && { preset: choice.preset } : document.value,
    );
    if (read.ok) return read;
    return { ok: false, sentence: read.key === '' ? read.sentence : `${read.key}: ${read.sentence}` };
  }

  async #today(): Promise<DayPlan | undefined> {
    const { plan, lines, database } = this.#parts;
    const queues = plan.site.areas.flatMap((area) => area.queues);
    const known = await lines.read(
      database,
      queues.map(({ id }) => id),
    );
    const desks = [...plan.site.areas]
      .flatMap((area) => plan.desksInArea(area.id))
      .filter(({ kind }) => kind !== 'triage');
    const read = dayOfToday(
      plan.site,
      queues.map(({ id, name }) => ({
        id,
        name,
        tickets: known.get(id)?.tickets ?? [],
        desks: Math.max(1, desks.filter((desk) => desk.queues.some(({ queue }) => queue.id === id)).length),
      })),
    );
    return read.ok ? read.day : undefined;
  }

  /** Undefined: it took too long and was given up. */
  async #playBeside(work: WorkOfDay): Promise<readonly PolicyFigures[] | undefined> {
    const worker = new Worker(program, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    this.#worker = worker;
    const { promise, resolve, reject } = Promise.withResolvers<readonly PolicyFigures[] | undefined>();
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => resolve(undefined));
    const timer = setTimeout(() => resolve(undefined), this.#parts.patience ?? usualPatience);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  }
}

/** What the page is shown: all but the single queues. */
function shown({ total, lanes, classes, endsAt }: PolicyFigures): PlayedUnder {
  return { total, lanes, classes, endsAt };
}

function classNames(policies: readonly QueuePolicy[]): Record<string, Words> {
  return Object.fromEntries(policies.flatMap(({ priority }) => priority.map(({ code, name }) => [code, name])));
}
