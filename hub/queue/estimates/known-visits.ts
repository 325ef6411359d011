import { clinicTimeOf } from '../../business-date.ts';
import type { Database } from '../../store/tables.ts';
import type { Line } from '../lines.ts';
import type { SitePlan } from '../site-plan.ts';
import type { Ticket } from '../ticket.ts';
import { visitTimeOf } from './experience.ts';
import { pastVisits } from './past-visits.ts';
import { SiteHours } from './site-hours.ts';
import { visitOf, type PastVisit } from './turns.ts';
import type { VisitTime } from './visit-time.ts';

/** What a line says, worked out once for each version of it, hour and doctor. */
interface OfLine {
  readonly hour: number;
  readonly today: readonly PastVisit[];
  readonly times: Map<string, VisitTime | undefined>;
}

/** How long visits take: those of the days before are read once a business day, those of today stand in the lines. */
export class KnownVisits {
  readonly #plan: SitePlan;
  readonly #past = new Map<string, { readonly businessDate: string; readonly visits: Promise<readonly PastVisit[]> }>();
  readonly #hours: SiteHours;
  readonly #ofLine = new WeakMap<Line['tickets'], OfLine>();
  readonly #ofTicket = new WeakMap<Ticket, PastVisit>();

  constructor(plan: SitePlan) {
    this.#plan = plan;
    this.#hours = new SiteHours(plan.site.timeZone);
  }

  /** Visits of a queue before today. */
  past(database: Database, queueId: string, now: number): Promise<readonly PastVisit[]> {
    const { businessDate } = clinicTimeOf(this.#plan.site, now);
    const known = this.#past.get(queueId);
    if (known?.businessDate === businessDate) return known.visits;
    const visits = pastVisits(database, queueId, businessDate);
    this.#past.set(queueId, { businessDate, visits });
    visits.catch(() => this.#past.delete(queueId));
    return visits;
  }

  /** How long the next visit of a doctor takes in a queue; undefined: not known. */
  time(
    line: Line,
    past: readonly PastVisit[],
    next: { readonly workNo: string | undefined; readonly now: number },
  ): VisitTime | undefined {
    const hour = this.#hours.hourOf(next.now);
    const known = this.#known(line, hour);
    const doctor = next.workNo ?? '';
    if (known.times.has(doctor)) return known.times.get(doctor);
    const time = visitTimeOf(
      {
        startMinutes: this.#plan.queue(line.queueId)?.policy.estimate.visitMinutes ?? 0,
        visits: [...past, ...known.today],
        hourOf: (at) => this.#hours.hourOf(Date.parse(at)),
      },
      { workNo: next.workNo, hour },
    );
    known.times.set(doctor, time);
    return time;
  }

  #known(line: Line, hour: number): OfLine {
    const known = this.#ofLine.get(line.tickets);
    if (known?.hour === hour) return known;
    const made = { hour, today: line.tickets.flatMap((ticket) => this.#visitOf(ticket) ?? []), times: new Map() };
    this.#ofLine.set(line.tickets, made);
    return made;
  }

  #visitOf(ticket: Ticket): PastVisit | undefined {
    if (ticket.endedAt === null) return undefined;
    const known = this.#ofTicket.get(ticket);
    if (known !== undefined) return known;
    const visit = visitOf(ticket);
    if (visit !== undefined) this.#ofTicket.set(ticket, visit);
    return visit;
  }
}
