import type { ReportsReady } from '../../contract/index.ts';
import type { AwaitedReports, ReportsListener } from '../reports.ts';
import { readAppointment } from './appointments.ts';
import type { Hospital } from './hospital.ts';
import { seedFor } from './seeded-random.ts';

const second = 1_000;
const shortestTest = 60 * second;
const longestTest = 180 * second;

interface Follower {
  readonly awaited: readonly AwaitedReports[];
  readonly listener: ReportsListener;
  /** How many reports it was told of, by appointment. */
  readonly told: Map<string, number>;
}

/**
 * Makes the reports of whoever is sent for tests, one after the other. The sandbox has no order entry: it examines as
 * many things as the desk awaits reports of, and nothing where the desk did not say.
 */
export class Laboratory {
  readonly #hospital: Pick<Hospital, 'database' | 'clock'>;
  readonly #followers = new Set<Follower>();

  constructor(hospital: Pick<Hospital, 'database' | 'clock'>) {
    this.#hospital = hospital;
  }

  /** How many reports were ready at an instant, of the appointments whose patients have arrived here. */
  readyAt(awaited: readonly AwaitedReports[], at: number): readonly ReportsReady[] {
    return awaited.flatMap((wish) => this.#readyOf(wish, at) ?? []);
  }

  follow(awaited: readonly AwaitedReports[], listener: ReportsListener): () => void {
    const follower: Follower = { awaited, listener, told: new Map() };
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Tells whoever follows of the reports that have become ready since they were told last. */
  tell(): void {
    for (const { awaited, listener, told } of this.#followers) {
      const ready = this.readyAt(awaited, this.#hospital.clock.now());
      const news = ready.filter((said) => said.ready > (told.get(said.appointmentId) ?? 0));
      for (const said of news) told.set(said.appointmentId, said.ready);
      if (news.length > 0) listener(news);
    }
  }

  #readyOf({ appointmentId, since, awaited }: AwaitedReports, at: number): ReportsReady | undefined {
    if (awaited === null || readAppointment(this.#hospital.database, appointmentId)?.status !== 'arrived') return;
    const passed = at - Date.parse(since);
    let taken = 0;
    let ready = 0;
    while (ready < awaited && passed >= (taken += durationOf(appointmentId, ready))) ready += 1;
    return { appointmentId, ready, awaited };
  }
}

/** How long a test takes: the same for each patient each time. */
function durationOf(appointmentId: string, test: number): number {
  return shortestTest + (seedFor(test, appointmentId) % (longestTest - shortestTest));
}
