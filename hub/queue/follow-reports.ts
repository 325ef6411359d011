import { randomUUIDv7 } from 'node:crypto';
import type { FeedEvent, ReportsReady } from '../contract/index.ts';
import type { AwaitedReports, HospitalPort } from '../hospital/port.ts';
import type { Feed } from '../hub.ts';
import type { Store } from '../store/store.ts';
import type { Lines } from './lines.ts';
import { noteReports } from './reports.ts';
import type { SitePlan } from './site-plan.ts';
import { sentForTestsAt } from './storage.ts';
import type { Ticket } from './ticket.ts';

export interface FollowReportsParts {
  readonly store: Store;
  readonly lines: Lines;
  readonly plan: SitePlan;
  readonly port: HospitalPort;
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Follows the reports of whoever was sent for tests: as they become ready, where the hospital tells it, and every so
 * often how many there are of each. What was said while the hospital or the hub was away is caught up with so.
 */
export class FollowReports {
  readonly #parts: FollowReportsParts;
  #stopFollowing: () => void = () => undefined;
  #dropQuestion: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #line: Promise<void> = Promise.resolve();
  #followed = '[]';
  #stopped = false;

  constructor(parts: FollowReportsParts) {
    this.#parts = parts;
  }

  /** Follows from now on. Returns the way to stop. */
  start(feed: Feed): () => Promise<void> {
    const leave = feed.follow(
      (events: readonly FeedEvent[]) => {
        if (events.some(({ type }) => type === 'ticket.to-tests')) void this.catchUp();
      },
      () => undefined,
    );
    const { reportsSeconds } = this.#parts.plan.site.hospitalSystem;
    this.#timer = setInterval(() => void this.catchUp(), reportsSeconds * 1_000);
    this.#timer.unref();
    void this.catchUp();
    return async () => {
      this.#stopped = true;
      clearInterval(this.#timer);
      leave();
      this.#stopFollowing();
      // What is being noted is waited for, the hospital is not: it is asked again at the next start.
      this.#dropQuestion();
      await this.#line;
    };
  }

  /** Asks for the reports of all who await some; resolves when they are noted, or could not be had. */
  catchUp(): Promise<void> {
    return this.#inLine(async () => {
      const awaited = await this.#awaited();
      if (this.#stopped) return;
      this.#listenFor(awaited);
      const { port } = this.#parts;
      if (awaited.length === 0 || port.capabilities()['reports.list'] === 'unsupported') return;
      const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
      const dropped = Promise.withResolvers<undefined>();
      this.#dropQuestion = () => dropped.resolve(undefined);
      const answer = await Promise.race([port.reports.list(awaited, context), dropped.promise]);
      if (answer?.ok === true) await this.#note(answer.value, awaited);
    });
  }

  #listenFor(awaited: readonly AwaitedReports[]): void {
    const name = JSON.stringify(awaited.map(({ appointmentId, since }) => [appointmentId, since]));
    if (name === this.#followed) return;
    this.#followed = name;
    this.#stopFollowing();
    this.#stopFollowing = () => undefined;
    const { port } = this.#parts;
    if (awaited.length === 0 || port.capabilities()['reports.follow'] === 'unsupported') return;
    this.#stopFollowing = port.reports.follow(awaited, (said) => {
      void this.#inLine(() => this.#note(said, awaited));
    });
  }

  /** Notes what is said of the tests that were asked about. */
  async #note(said: readonly ReportsReady[], awaited: readonly AwaitedReports[]): Promise<void> {
    const sentAt = new Map(awaited.map(({ appointmentId, since }) => [appointmentId, since]));
    for (const one of said) {
      const since = sentAt.get(one.appointmentId);
      if (since !== undefined) await noteReports(this.#parts, one, since);
    }
  }

  /** Whoever is at tests, and whoever came back before all was ready. Of other systems' tickets those tell themselves. */
  async #awaited(): Promise<readonly AwaitedReports[]> {
    const { plan, lines, store } = this.#parts;
    const queueIds = plan.queues().map(({ queue }) => queue.id);
    if (queueIds.length === 0) return [];
    const known = await lines.read(store.database, queueIds);
    const tickets = [...known.values()].flatMap((line) => line.tickets).filter(awaitsReports);
    const sentAt = await sentForTestsAt(
      store.database,
      tickets.map(({ id }) => id),
    );
    return tickets.flatMap(({ id, appointmentId, reports }) => {
      const since = sentAt.get(id);
      if (appointmentId === null || since === undefined) return [];
      return [{ appointmentId, since, awaited: reports?.awaited ?? null }];
    });
  }

  /** One thing after the other, so that the hospital is asked once at a time. */
  #inLine(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(() => (this.#stopped ? undefined : work())).catch(this.#parts.onTrouble);
    return this.#line;
  }
}

function awaitsReports({ state, reports, outside }: Ticket): boolean {
  if (outside !== undefined && outside !== null) return false;
  const areMissing = reports === null ? state === 'at-tests' : reports.ready < reports.awaited;
  return areMissing && ['at-tests', 'waiting', 'held', 'called'].includes(state);
}
