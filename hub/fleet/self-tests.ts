import { randomUUIDv7 } from 'node:crypto';
import { areasOfScreen, type Screen, type Site } from '@lobby/config';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { SelfTestReport, SelfTestResult, StartSelfTest, StartSelfTestReply } from '../contract/index.ts';
import type { NewEvent } from '../feed/append.ts';
import type { Store } from '../store/store.ts';
import type { Database, SelfTestRow, WriteTransaction } from '../store/tables.ts';
import { selfTestResultOf } from './self-test-outcome.ts';
import { noticeTo } from './terminal-notices.ts';

/** A minute for the card, and then the slip and the sound. Milliseconds. */
const runMilliseconds = 120_000;
/** How long results are kept. Milliseconds. */
const keptMilliseconds = 400 * 24 * 3_600_000;

/** Start-of-day self-tests: asked for by an operator, reported by terminals and screens. */
export class SelfTests {
  readonly #parts: { readonly site: Site; readonly store: Store; readonly clock: Clock };

  constructor(parts: { readonly site: Site; readonly store: Store; readonly clock: Clock }) {
    this.#parts = parts;
  }

  /** Asks terminals to test themselves, and the screens of their areas to show a test picture. Throws KeyReused. */
  start(by: string, wish: StartSelfTest): Promise<StartSelfTestReply> {
    const { site, store, clock } = this.#parts;
    const wanted = site.terminals.filter(({ id }) => wish.terminals?.includes(id) ?? true);
    const write = {
      actor: `staff:${by}`,
      operation: 'self-test.start',
      key: wish.key,
      request: { terminals: wish.terminals ?? null },
    };
    return store.write<StartSelfTestReply>(write, async (transaction) => {
      const startedAt = isoNow(clock);
      const until = new Date(clock.now() + runMilliseconds).toISOString();
      const run = { run_id: randomUUIDv7(), asked_by: by, started_at: startedAt, until };
      const rows = wanted.map(({ id, areas }) => ({ id, screens: this.#screensOf(areas) }));
      for (const { id, screens } of rows) {
        const row = { ...run, terminal_id: id, screens: JSON.stringify(screens.map((screen) => screen.id)) };
        await transaction.insertInto('self_test').values(row).execute();
      }
      const areas = new Set(rows.flatMap(({ screens }) => screens.flatMap((screen) => this.#areasOf(screen))));
      const ids = wanted.map(({ id }) => id);
      const reply = { ok: true, runId: run.run_id, started: ids } as const;
      return { reply, events: this.#started(run.run_id, { until, ids, areas: [...areas] }), keep: true };
    });
  }

  /** A terminal says how a part went; the first word counts, and that of a terminal that was not asked does not. */
  async report(terminalId: string, { runId, part, fault }: SelfTestReport): Promise<void> {
    const at = isoNow(this.#parts.clock);
    await this.#parts.store.change(async (transaction) => {
      if (!(await wasAsked(transaction, runId, terminalId))) return { reply: undefined, events: [] };
      const row = transaction
        .insertInto('self_test_part')
        .values({ run_id: runId, terminal_id: terminalId, part, fault, at });
      await row.onConflict((conflict) => conflict.doNothing()).execute();
      return { reply: undefined, events: [this.#event('self-test.changed', null, { runId, terminalId })] };
    });
  }

  /** A screen has painted the test picture of a run. */
  async shown(screenId: string, runId: string): Promise<void> {
    const at = isoNow(this.#parts.clock);
    await this.#parts.store.change(async (transaction) => {
      const known = transaction.selectFrom('self_test').select('run_id').where('run_id', '=', runId);
      if ((await known.executeTakeFirst()) === undefined) return { reply: undefined, events: [] };
      const row = transaction.insertInto('screen_test').values({ run_id: runId, screen_id: screenId, at });
      await row.onConflict((conflict) => conflict.doNothing()).execute();
      return { reply: undefined, events: [this.#event('self-test.changed', null, { runId, screenId })] };
    });
  }

  /** The last self-test of each terminal. `connected`: the screens that are connected now. */
  async latest(connected: ReadonlySet<string>): Promise<ReadonlyMap<string, SelfTestResult>> {
    const { store, clock } = this.#parts;
    const runs = await latestRuns(store.database);
    const ids = [...new Set(runs.map((run) => run.run_id))];
    if (ids.length === 0) return new Map();
    const parts = await store.database.selectFrom('self_test_part').selectAll().where('run_id', 'in', ids).execute();
    const shown = await store.database.selectFrom('screen_test').selectAll().where('run_id', 'in', ids).execute();
    return new Map(
      runs.map((run) => {
        const ofRun = parts.filter((row) => row.run_id === run.run_id && row.terminal_id === run.terminal_id);
        const screens = new Set(JSON.parse(run.screens) as readonly string[]);
        const seen = shown.filter((row) => row.run_id === run.run_id && screens.has(row.screen_id));
        const rows = { run, parts: ofRun, shown: new Map(seen.map((row) => [row.screen_id, row.at])), connected };
        return [run.terminal_id, selfTestResultOf(rows, clock.now())] as const;
      }),
    );
  }

  async prune(): Promise<void> {
    const { database } = this.#parts.store;
    const before = new Date(this.#parts.clock.now() - keptMilliseconds).toISOString();
    await database.deleteFrom('self_test_part').where('at', '<', before).execute();
    await database.deleteFrom('screen_test').where('at', '<', before).execute();
    await database.deleteFrom('self_test').where('started_at', '<', before).execute();
  }

  #screensOf(areas: readonly string[] | undefined) {
    return this.#parts.site.screens.filter((screen) => {
      const own = this.#areasOf(screen);
      return own.length > 0 && (areas === undefined || own.some((area) => areas.includes(area)));
    });
  }

  #areasOf(screen: Screen): readonly string[] {
    return areasOfScreen(this.#parts.site, screen).map(({ id }) => id);
  }

  #started(
    runId: string,
    to: { readonly until: string; readonly ids: readonly string[]; readonly areas: readonly string[] },
  ): NewEvent[] {
    const { businessDate } = clinicTimeOf(this.#parts.site, this.#parts.clock.now());
    const notice = { type: 'self-test.start', body: { runId, until: to.until } } as const;
    return [
      ...to.ids.map((terminalId) => noticeTo({ terminalId, businessDate, notice })),
      ...to.areas.map((areaId) => this.#event('screen.test', areaId, { runId })),
      this.#event('self-test.changed', null, { runId }),
    ];
  }

  #event(
    type: 'self-test.changed' | 'screen.test',
    areaId: string | null,
    body: Readonly<Record<string, string>>,
  ): NewEvent {
    const { businessDate } = clinicTimeOf(this.#parts.site, this.#parts.clock.now());
    return { type, businessDate, areaId, queueId: null, body };
  }
}

async function wasAsked(transaction: WriteTransaction, runId: string, terminalId: string): Promise<boolean> {
  const query = transaction.selectFrom('self_test').select('run_id').where('run_id', '=', runId);
  return (await query.where('terminal_id', '=', terminalId).executeTakeFirst()) !== undefined;
}

/** The newest run of each terminal. Run ids rise with time. */
async function latestRuns(database: Database): Promise<readonly SelfTestRow[]> {
  const newest = database
    .selectFrom('self_test')
    .select('terminal_id')
    .select((build) => build.fn.max('run_id').as('run_id'))
    .groupBy('terminal_id')
    .as('newest');
  return database
    .selectFrom('self_test')
    .innerJoin(newest, (join) =>
      join.onRef('newest.run_id', '=', 'self_test.run_id').onRef('newest.terminal_id', '=', 'self_test.terminal_id'),
    )
    .selectAll('self_test')
    .execute();
}
