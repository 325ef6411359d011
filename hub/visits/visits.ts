import { randomUUIDv7 } from 'node:crypto';
import type {
  ActForBearerReply,
  ActForInpatient,
  ActForInpatientReply,
  Acting,
  AgendaReply,
  CheckIn,
  CheckInReply,
  ChoosePatientReply,
  OpenVisit as OpenVisitRequest,
  OpenVisitReply,
  PrintReport,
  SlipReply,
  VisitEnd,
} from '../contract/index.ts';
import { clinicTimeOf } from '../business-date.ts';
import { isoNow } from '../clock.ts';
import type { AppointmentEntry } from '../hospital/port.ts';
import type { HubGuide } from '../guide/guide.ts';
import type { Staff, VisitAccess, Visits } from '../hub.ts';
import type { Joined } from '../queue/join.ts';
import type { Estimates } from '../queue/estimates/estimates.ts';
import { keepTold } from '../queue/estimates/told.ts';
import type { Waits } from '../queue/estimates/waits.ts';
import { orderOfLine } from '../queue/order-of-line.ts';
import { checkInSupportOf } from '../queue/mirrored/check-in-support.ts';
import { storedTicket } from '../queue/tickets.ts';
import { ticketView } from '../queue/ticket-view.ts';
import type { TicketPatient } from '../queue/ticket.ts';
import type { KeyedWrite } from '../store/store.ts';
import type { WriteTransaction } from '../store/tables.ts';
import { actForBearer, actForInpatient, actingShown, mayCheckIn, type ActingParts } from './acting-for.ts';
import { buildAgenda } from './agenda.ts';
import { AppointmentsOfToday } from './appointments-of-today.ts';
import { Attempts } from './attempts.ts';
import type { MarkCard } from './card-marks.ts';
import { CheckIns, type CheckInParts } from './check-in.ts';
import { dueAppointments } from './due-appointments.ts';
import { decideCheckIn, planOf } from './decide-check-in.ts';
import { identificationRecords, type IdentificationRecord } from './identification-records.ts';
import { OpenVisits } from './open-visits.ts';
import { opensByItself } from './identify.ts';
import { identifierOf, keptOfFile } from './patient-file.ts';
import { forgetPrintsBefore, isReprint, noteAsked, noteEnded } from './prints.ts';
import { slipOfTicket, type SlipWish } from './slip.ts';

/** The newest of a day that an operator sees. */
const recordsShown = 200;
/** Nobody comes for another slip of a ticket after a week. */
const printsKeptMilliseconds = 7 * 24 * 3_600_000;

type EarlyAnswer = NonNullable<ReturnType<AppointmentsOfToday['askOfBearer']>>;

/** A patient whose identity is proven, and the terminal at which that was; null: elsewhere. */
interface KnownVisit {
  readonly id: string;
  readonly terminalId: string | null;
  readonly patient: TicketPatient;
  /** Who acts for the patient. */
  readonly acting: Acting | null;
}

export interface VisitsParts extends CheckInParts {
  /** Who vouches for patients at terminals. */
  readonly staff: Pick<Staff, 'vouch'>;
  readonly markCard: MarkCard;
  readonly estimates: Estimates;
  /** The way from a terminal and back, for paper. */
  readonly guide: Pick<HubGuide, 'stepsForSlip'>;
}

/** What patients do at a terminal. */
export class HubVisits implements Visits {
  readonly #parts: CheckInParts & Pick<VisitsParts, 'estimates' | 'guide'>;
  readonly #appointments: AppointmentsOfToday;
  readonly #acting: ActingParts;
  readonly #open: OpenVisits;
  readonly #checkIns: CheckIns;

  constructor(parts: VisitsParts) {
    const { site } = parts.plan;
    this.#parts = parts;
    this.#appointments = new AppointmentsOfToday(parts);
    this.#acting = { ...parts, site, attempts: new Attempts({ ...parts, site }) };
    const onEnd = (visitId: string): void => this.#appointments.forget(visitId);
    this.#open = new OpenVisits({ ...parts, ...this.#acting, onEnd });
    this.#checkIns = new CheckIns(parts);
  }

  /** Finishes or gives up what a hub that was stopped in the middle has left behind. */
  async start(): Promise<void> {
    await this.#checkIns.resolveOpen(this.#parts.store.kind === 'sqlite' ? 'all' : 'unattended');
  }

  /** What has to be looked after from time to time. */
  async tidy(): Promise<void> {
    await this.#open.endIdle();
    await this.#acting.attempts.forgetOld();
    this.#appointments.forgetOld();
    await this.#checkIns.resolveOpen('unattended');
    const before = new Date(this.#parts.clock.now() - printsKeptMilliseconds).toISOString();
    await forgetPrintsBefore(this.#parts.store.database, before);
  }

  async open(terminalId: string, request: OpenVisitRequest): Promise<OpenVisitReply> {
    const ofBearer = this.#askOfBearer(terminalId, request);
    const reply = await this.#open.open(terminalId, request);
    // Before the terminal knows of the visit: its first question finds what was asked.
    if (reply.ok) await this.#askAhead({ terminalId, ...reply }, ofBearer).catch(this.#parts.onTrouble);
    return reply;
  }

  choosePatient(access: VisitAccess, choice: string): Promise<ChoosePatientReply> {
    return this.#open.choose(access, choice);
  }

  async actForBearer(access: VisitAccess): Promise<ActForBearerReply> {
    const visit = await this.#open.find(access);
    return visit === undefined ? { ok: false, reason: 'visit-ended' } : actForBearer(this.#acting, visit);
  }

  async actForInpatient(access: VisitAccess, { wristband }: ActForInpatient): Promise<ActForInpatientReply> {
    const visit = await this.#open.find(access);
    if (visit === undefined) return { ok: false, reason: 'visit-ended' };
    const reply = await actForInpatient(this.#acting, visit, wristband);
    this.#appointments.forget(visit.id);
    return reply;
  }

  end(access: VisitAccess, why: VisitEnd): Promise<void> {
    return this.#open.end(access, why);
  }

  /** The agent of a terminal died and another one has started since: whoever stood there has lost the visit. */
  agentStarted(terminalId: string, at: string): Promise<void> {
    return this.#open.endLost(terminalId, at);
  }

  async agenda(access: VisitAccess): Promise<AgendaReply> {
    const visit = await this.#known(access);
    if (visit === undefined) return { ok: false, reason: 'visit-ended' };
    const asked = await this.#appointments.ask(askedFor(visit));
    if (!asked.ok) return { ok: false, reason: 'hospital-unavailable' };
    const { clock } = this.#parts;
    const { due } = await dueAppointments(this.#parts, visit.patient, asked.value);
    const agenda = buildAgenda({
      maskedName: visit.patient.maskedName,
      acting: actingShown(this.#parts.plan.site, visit.acting),
      due,
      now: clock.now(),
    });
    return { ok: true, agenda };
  }

  async checkIn(access: VisitAccess, request: CheckIn): Promise<CheckInReply> {
    const visit = await this.#known(access);
    if (visit === undefined) return refused('visit-ended');
    const write: KeyedWrite = {
      actor: `visit:${visit.id}`,
      operation: 'visit.check-in',
      key: request.key,
      request: { stepId: request.stepId },
    };
    const before = await this.#parts.store.replyTo<CheckInReply>(write);
    if (before !== undefined) return before.reply;
    const entry = await this.#entry(visit, request.stepId);
    if (entry === 'unavailable') return refused('hospital-unavailable');
    if (entry === undefined) return refused('no-such-appointment');
    if (visit.acting !== null && !mayCheckIn(this.#parts.plan.site, visit.acting)) return refused('not-by-proxy');
    const first = await this.#tryCheckIn(visit, write, entry);
    if (first.ok || first.reason !== 'refused-by-hospital') return first;
    return this.#afterRefusal({ visit, write, entry, reply: first });
  }

  /**
   * A check-in that the hospital vouches for, without a terminal: from its app, or by the demo. Once for each
   * appointment, by the same rules.
   */
  async checkInFromElsewhere(of: {
    readonly patientId: string;
    readonly appointmentId: string;
  }): Promise<CheckInReply> {
    const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
    const file = await this.#parts.port.patient.read(of.patientId, context);
    const patient = file.ok ? keptOfFile(file.value) : undefined;
    if (patient === undefined) return refused(file.ok ? 'no-such-appointment' : 'hospital-unavailable');
    const who = { id: `elsewhere:${of.appointmentId}`, terminalId: null, patient, acting: null };
    const entry = await this.#entry(who, of.appointmentId);
    if (entry === 'unavailable') return refused('hospital-unavailable');
    if (entry === undefined) return refused('no-such-appointment');
    const write = { actor: 'hospital', operation: 'check-in', key: of.appointmentId, request: of };
    return this.#tryCheckIn(who, write, entry);
  }

  async slip(access: VisitAccess, ticketId: string, wish: SlipWish): Promise<SlipReply> {
    const { language, profile, printKey } = wish;
    const visit = await this.#known(access);
    if (visit === undefined) return { ok: false, reason: 'visit-ended' };
    const { store, plan, estimates, guide } = this.#parts;
    const ticket = await storedTicket(store.database, ticketId);
    const place = ticket === undefined ? undefined : plan.queue(ticket.queueId);
    if (ticket === undefined || place === undefined) return { ok: false, reason: 'no-such-ticket' };
    if (ticket.patient.patientId !== visit.patient.patientId) return { ok: false, reason: 'no-such-ticket' };
    const wait = (await estimates.now([ticket.queueId])).of(ticket);
    const steps = guide.stepsForSlip({ terminalId: access.terminalId, queueId: ticket.queueId, profile });
    const slip = slipOfTicket({
      site: plan.site,
      place,
      ticket,
      wait,
      language,
      ...(steps !== undefined && { steps }),
    });
    if (printKey === undefined) return { ok: true, slip };
    const asked = { terminalId: access.terminalId, key: printKey, ticketId };
    const reprint = await isReprint(store.database, asked);
    await this.#note((transaction, at) => noteAsked(transaction, asked, at));
    return { ok: true, slip: reprint ? { ...slip, reprint } : slip };
  }

  async printed(terminalId: string, { prints }: PrintReport): Promise<void> {
    await this.#note((transaction, at) => noteEnded(transaction, prints, { terminalId, at }));
  }

  #note(work: (transaction: WriteTransaction, at: string) => Promise<void>): Promise<void> {
    const { store, clock } = this.#parts;
    return store.change(async (transaction) => {
      await work(transaction, isoNow(clock));
      return { reply: undefined, events: [] };
    });
  }

  /** In which somebody else had a hand, newest first. */
  identificationsOfToday(): Promise<readonly IdentificationRecord[]> {
    const { plan, store, clock } = this.#parts;
    const { businessDate } = clinicTimeOf(plan.site, clock.now());
    return identificationRecords(store.database, { businessDate, limit: recordsShown });
  }

  /** A hospital that takes its time over who somebody is takes it over their day as well, and over both at one time. */
  #askOfBearer(terminalId: string, { credential, proof }: OpenVisitRequest): EarlyAnswer | undefined {
    if (proof !== undefined || !opensByItself(this.#acting, credential)) return undefined;
    return this.#appointments.askOfBearer({ terminalId, identifier: identifierOf(credential) });
  }

  /** The hospital looks for the day of whoever is known while the visit's secret is still on its way to the terminal. */
  async #askAhead(access: VisitAccess, ofBearer: EarlyAnswer | undefined): Promise<void> {
    const visit = await this.#known(access);
    if (visit !== undefined) this.#appointments.askAhead(askedFor(visit), ofBearer);
  }

  async #known(access: VisitAccess): Promise<KnownVisit | undefined> {
    const visit = await this.#open.find(access);
    if (visit === undefined || visit.patient === null) return undefined;
    return { id: visit.id, terminalId: visit.terminalId, patient: visit.patient, acting: visit.acting };
  }

  async #entry(visit: KnownVisit, stepId: string): Promise<AppointmentEntry | 'unavailable' | undefined> {
    const isIt = (entry: AppointmentEntry): boolean => entry.appointment.id === stepId;
    const recent = this.#appointments.recent(askedFor(visit))?.find(isIt);
    if (recent !== undefined) return recent;
    const asked = await this.#appointments.ask(askedFor(visit));
    return asked.ok ? asked.value.find(isIt) : 'unavailable';
  }

  async #tryCheckIn(visit: KnownVisit, write: KeyedWrite, entry: AppointmentEntry): Promise<CheckInReply> {
    const { plan, clock } = this.#parts;
    const { due, waits } = await dueAppointments(this.#parts, visit.patient, [entry]);
    const terminal = plan.site.terminals.find(({ id }) => id === visit.terminalId);
    const elsewhere = checkInSupportOf(this.#parts.port);
    const decided = decideCheckIn({ due: due[0], terminal, elsewhere, now: clock.now() });
    if (!decided.ok) return { ok: false, reason: decided.reason, opensAt: decided.opensAt };
    if (decided.ticket !== undefined) return this.#keep(write, { ok: true, already: true, ticket: decided.ticket });
    const { terminalId } = visit;
    const wish = { write, terminalId, appointmentId: decided.appointmentId, plan: planOf(decided, visit) };
    const result = await this.#checkIns.checkIn(wish, (joined, transaction) =>
      this.#replyOf(joined, { waits, transaction }),
    );
    this.#appointments.forget(visit.id);
    return result.ok ? result.reply : refused(result.reason);
  }

  /** The appointment may have moved on elsewhere in the meantime; if it has not, the refusal stands. */
  async #afterRefusal(refusal: {
    readonly visit: KnownVisit;
    readonly write: KeyedWrite;
    readonly entry: AppointmentEntry;
    readonly reply: CheckInReply;
  }): Promise<CheckInReply> {
    const { visit, write, entry, reply } = refusal;
    const now = await this.#entry(visit, entry.appointment.id ?? '');
    const moved = now !== undefined && now !== 'unavailable' && now.appointment.status !== entry.appointment.status;
    if (moved) return this.#tryCheckIn(visit, write, now);
    return this.#keep(write, reply);
  }

  /** Keeps a reply for its key; a second tap that was overtaken by the first gets the first one's. */
  #keep(write: KeyedWrite, reply: CheckInReply): Promise<CheckInReply> {
    return this.#parts.store.write(write, async () => ({ reply, events: [], keep: true }));
  }

  /** What the patient is told now is kept: it is judged by when the call comes. */
  async #replyOf(
    joined: Joined,
    { waits, transaction }: { readonly waits: Waits; readonly transaction: WriteTransaction },
  ): Promise<CheckInReply> {
    const { plan, clock } = this.#parts;
    const { ticket, line, already } = joined;
    const place = plan.queue(ticket.queueId);
    const order = place === undefined ? [] : orderOfLine(line, place, clock.now());
    const wait = waits.with(line).of(ticket);
    const view = ticketView(plan, ticket, order, wait);
    if (view === undefined) return refused('no-such-appointment');
    if (wait !== null && !already) await keepTold(transaction, { ticket, wait, at: isoNow(clock) });
    return { ok: true, already, ticket: view };
  }
}

function askedFor(visit: KnownVisit): { visitId: string; patientId: string; terminalId: string | null } {
  return { visitId: visit.id, patientId: visit.patient.patientId, terminalId: visit.terminalId };
}

function refused(reason: Extract<CheckInReply, { ok: false }>['reason']): CheckInReply {
  return { ok: false, reason, opensAt: null };
}
