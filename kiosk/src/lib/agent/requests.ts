import type {
  ActForBearerReply,
  ActForInpatientReply,
  TypedVisit,
  TypedZoneReply,
  AgendaReply,
  CheckInReply,
  CheckInRefusal,
  ChoosePatientReply,
  HelpErrand,
  HelpHereReply,
  Picture,
  PrintTicket,
  PrintTicketReply,
  SoundFault,
  VisitEnd,
  WristbandAsked,
} from '@lobby/hub/contract';

/** A reply of the contract: done, or refused with one of its reasons. */
type Reply = { readonly ok: true } | { readonly ok: false; readonly reason: string };
type Done<R extends Reply> = Extract<R, { ok: true }>;
type Reason<R extends Reply> = Extract<R, { ok: false }>['reason'];

/** What this page knows of a reply: the fields when it is done, the reasons when it is refused. */
interface Shape<R extends Reply> {
  readonly fields: readonly (keyof Done<R> & string)[];
  readonly reasons: readonly Reason<R>[];
}

const agendaShape: Shape<AgendaReply> = { fields: ['agenda'], reasons: ['visit-ended', 'hospital-unavailable'] };
const patientShape: Shape<ChoosePatientReply> = { fields: ['maskedName'], reasons: ['choice-unknown', 'visit-ended'] };
const bearerShape: Shape<ActForBearerReply> = { fields: [], reasons: ['visit-ended', 'hospital-unavailable'] };
const inpatientShape: Shape<ActForInpatientReply> = {
  fields: ['maskedName'],
  reasons: ['visit-ended', 'wristband-unknown', 'too-many-tries', 'not-offered', 'hospital-unavailable'],
};
const takenShape: Shape<{ readonly ok: true }> = { fields: [], reasons: [] };
const zoneShape: Shape<TypedZoneReply> = {
  fields: [],
  reasons: ['incomplete', 'characters', 'check-digit', 'not-supported'],
};
const printShape: Shape<PrintTicketReply> = {
  fields: ['jobId'],
  reasons: ['visit-ended', 'hub-away', 'no-such-ticket', 'no-printer', 'not-taken'],
};
const helpShape: Shape<HelpHereReply> = { fields: ['help'], reasons: ['hub-away', 'key-reused'] };
const checkInReasons: Readonly<Record<CheckInRefusal, true>> = {
  'too-early': true,
  'too-late': true,
  'no-such-appointment': true,
  'not-here': true,
  'number-void': true,
  'not-by-proxy': true,
  'refused-by-hospital': true,
  'visit-ended': true,
  'hospital-unavailable': true,
  'outcome-unknown': true,
};
const checkInShape: Shape<CheckInReply> = {
  fields: ['already', 'ticket'],
  reasons: Object.keys(checkInReasons).filter((reason): reason is CheckInRefusal => reason in checkInReasons),
};

interface Question<R extends Reply> {
  readonly path: string;
  readonly shape: Shape<R>;
  /** JSON of a POST; without it the question is a GET. */
  readonly body?: object;
  readonly signal: AbortSignal;
}

async function ask<R extends Reply>({ path, shape, body, signal }: Question<R>): Promise<R> {
  const response = await fetch(path, {
    cache: 'no-store',
    signal,
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const reply: unknown = await response.json();
  if (!isReply(reply, shape)) throw new Error(`an answer this page does not know, status ${response.status}`);
  return reply;
}

function isReply<R extends Reply>(reply: unknown, shape: Shape<R>): reply is R {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  if (reply.ok === true) return shape.fields.every((field) => field in reply);
  return reply.ok === false && 'reason' in reply && shape.reasons.some((reason) => reason === reply.reason);
}

const pathOf = (visitId: string, what: string): string => `/api/visits/${encodeURIComponent(visitId)}/${what}`;

interface Asked<T> {
  readonly input: T;
  /** Aborted when the patient walks away. */
  readonly signal: AbortSignal;
}

/** What is still to do today. Rejects when no answer came, or none that this page knows. */
export function loadAgenda({ input, signal }: Asked<{ visitId: string }>): Promise<AgendaReply> {
  return ask({ path: pathOf(input.visitId, 'agenda'), shape: agendaShape, signal });
}

/** Says that whoever holds this card acts for its patient. Rejects as above. */
export function actForBearer({
  input: { visitId, key },
  signal,
}: Asked<{ visitId: string; key: string }>): Promise<ActForBearerReply> {
  return ask({ path: pathOf(visitId, 'acting'), shape: bearerShape, body: { key }, signal });
}

/** Turns the visit into one for an inpatient. Rejects as above. */
export function actForInpatient({
  input: { visitId, wristband, key },
  signal,
}: Asked<{ visitId: string; wristband: string; key: string }>): Promise<ActForInpatientReply> {
  return ask({ path: pathOf(visitId, 'inpatient'), shape: inpatientShape, body: { key, wristband }, signal });
}

/** Hands over what was typed; what becomes of it comes by the agent's events. Rejects when the agent did not take it. */
export function sendTyped({ input, signal }: Asked<TypedVisit>): Promise<{ readonly ok: true }> {
  return ask<{ readonly ok: true }>({ path: '/agent/visit/typed', shape: takenShape, body: input, signal });
}

/** Hands over the lines of a passport. Rejects as above. */
export function sendLines({
  input,
  signal,
}: Asked<{ lines: readonly string[]; key: string }>): Promise<TypedZoneReply> {
  return ask({ path: '/agent/visit/mrz', shape: zoneShape, body: input, signal });
}

/** Tells the agent that what was typed is not wanted any more. */
export function forgetTyped(): void {
  fetch('/agent/visit/forget', { method: 'POST', keepalive: true }).catch(() => undefined);
}

/** Tells the agent whether the screen asks for a wristband; without an answer it may still be typed. */
export function tellWristbandAsked(wish: WristbandAsked): void {
  const [method, headers] = ['POST', { 'content-type': 'application/json' }];
  fetch('/agent/visit/wristband', { method, headers, body: JSON.stringify(wish), keepalive: true }).catch(
    () => undefined,
  );
}

/** Says whose visit it is. Rejects as above. */
export function choosePatient({
  input: { visitId, choice, key },
  signal,
}: Asked<{ visitId: string; choice: string; key: string }>): Promise<ChoosePatientReply> {
  return ask({ path: pathOf(visitId, 'patient'), shape: patientShape, body: { key, choice }, signal });
}

/** Takes the number and checks in. After a rejection nobody knows whether it happened; the same key asks again. */
export function checkIn({
  input: { visitId, stepId, key },
  signal,
}: Asked<{ visitId: string; stepId: string; key: string }>): Promise<CheckInReply> {
  return ask({ path: pathOf(visitId, 'check-in'), shape: checkInShape, body: { key, stepId }, signal });
}

/** Puts a ticket on paper. A job that was accepted tells the rest by the agent's events. */
export function print({ input, signal }: Asked<PrintTicket>): Promise<PrintTicketReply> {
  return ask({ path: '/agent/print', shape: printShape, body: input, signal });
}

/** Asks for somebody to come. Rejects when no answer came; then nobody knows whether anybody was told. */
export function askForHelp({ input, signal }: Asked<{ key: string; errand: HelpErrand }>): Promise<HelpHereReply> {
  return ask({ path: '/agent/help', shape: helpShape, body: input, signal });
}

/** Says that nobody need come any more. Rejects as above. */
export function withdrawHelp({ input, signal }: Asked<{ key: string; requestId: string }>): Promise<HelpHereReply> {
  return ask({ path: '/agent/help/withdraw', shape: helpShape, body: input, signal });
}

/** Tells the agent that this visit is over; it outlives the page, and a lost one is caught by the agent itself. */
export function endVisit(end: { readonly visitId: string; readonly why: VisitEnd }): void {
  fetch('/agent/visit/end', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(end),
  }).catch(() => undefined);
}

/** What this page has painted; lost where the agent is gone, and said again soon. */
export function tellPicture(painted: Picture): void {
  void postQuietly('/agent/picture', painted);
}

/** Whether the sentence of a self-test was played, and why not. */
export function tellSoundPlayed(runId: string, fault: SoundFault | null): void {
  void postQuietly('/agent/self-test/spoken', { runId, played: fault === null, ...(fault !== null && { fault }) });
}

async function postQuietly(path: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
}

/** Hands the agent a line that a reader typed; what it means comes by the agent's events. */
export function sendWedgeLine(line: string): void {
  fetch('/agent/wedge', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ line }),
  }).catch(() => undefined);
}

/** A key for one intent. crypto.randomUUID is missing on plain http outside of loopback. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
