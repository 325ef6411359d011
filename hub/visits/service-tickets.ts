import { randomUUIDv7 } from 'node:crypto';
import { clinicTimeOf, wallTime } from '../business-date.ts';
import { isoNow, type Clock } from '../clock.ts';
import type { ReportsReady, ServiceTicketReply, ServiceTicketWish } from '../contract/index.ts';
import type { HospitalPort } from '../hospital/port.ts';
import type { ServiceTickets } from '../hub.ts';
import { isOpenAt } from '../queue/acts/queue-hours.ts';
import { joinQueue } from '../queue/join.ts';
import type { Line, Lines } from '../queue/lines.ts';
import { noteReports } from '../queue/reports.ts';
import type { QueuePlace, SitePlan } from '../queue/site-plan.ts';
import type { TicketPatient } from '../queue/ticket.ts';
import type { Store } from '../store/store.ts';
import { keptOfFile } from './patient-file.ts';

export interface ServiceTicketParts {
  readonly port: HospitalPort;
  readonly store: Store;
  readonly lines: Lines;
  readonly plan: SitePlan;
  readonly clock: Clock;
}

/** Tickets that nobody takes at a terminal: whoever has paid waits at the pharmacy, whoever is to give blood at the laboratory. */
export class HubServiceTickets implements ServiceTickets {
  readonly #parts: ServiceTicketParts;

  constructor(parts: ServiceTicketParts) {
    this.#parts = parts;
  }

  async give(wish: ServiceTicketWish): Promise<ServiceTicketReply> {
    const { plan, port, clock } = this.#parts;
    const place = plan.queue(wish.queueId);
    if (place === undefined) return { ok: false, reason: 'queue-unknown' };
    if (!(place.queue.tickets ?? []).includes(`on-${wish.because}`)) return { ok: false, reason: 'not-given-there' };
    if (!isOpenAt(place.queue, wallTime(plan.site.timeZone, isoNow(clock))))
      return { ok: false, reason: 'session-closed' };
    // The hospital is asked before anything is held.
    const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    const file = await port.patient.read(wish.patientId, context);
    if (!file.ok)
      return { ok: false, reason: file.reason === 'not-found' ? 'patient-unknown' : 'hospital-unavailable' };
    const patient = keptOfFile(file.value);
    return patient === undefined ? { ok: false, reason: 'patient-unknown' } : this.#join(wish, place, patient);
  }

  reportsReady(said: ReportsReady): Promise<boolean> {
    return noteReports(this.#parts, said);
  }

  async #join(wish: ServiceTicketWish, place: QueuePlace, patient: TicketPatient): Promise<ServiceTicketReply> {
    const { store, lines, plan, clock } = this.#parts;
    const of = `${wish.because}:${wish.reference}`;
    let changed: Line | undefined;
    const write = { actor: 'hospital', operation: 'queue.give', key: of, request: wish };
    const reply = await store.write<ServiceTicketReply>(write, async (transaction) => {
      const joined = await joinQueue(transaction, lines, {
        place,
        ...clinicTimeOf(plan.site, clock.now()),
        patient,
        actedBy: null,
        kind: 'walk-in',
        appointmentId: of,
        practitioner: null,
        slotStart: null,
        slotEnd: null,
        lane: 'normal',
        at: isoNow(clock),
      });
      changed = joined.line;
      const { id: ticketId, label } = joined.ticket;
      return { reply: { ok: true, ticketId, label, already: joined.already }, events: joined.events, keep: true };
    });
    if (changed !== undefined) lines.remember(changed);
    return reply;
  }
}
