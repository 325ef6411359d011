import { randomUUIDv7 } from 'node:crypto';
import type { CallContext, HospitalPort, HospitalResult } from '../hospital/port.ts';
import type { CheckInIntent } from './intent-storage.ts';

/**
 * How an arrival stands at the hospital. `untouched`: nothing of it has happened there and nothing will;
 * `unavailable` and `unknown`: ask again later with the same intent.
 */
export type ArrivalOutcome = 'arrived' | 'refused' | 'untouched' | 'unavailable' | 'unknown';

/** What one write has come to. `absent`: asked for, and the hospital has never heard of it. */
export type WriteOutcome = 'committed' | 'absent' | 'refused' | 'unavailable' | 'unknown';

export interface Arrival {
  readonly intent: CheckInIntent;
  /** Somebody began it before: ask what became of its writes before making them. */
  readonly resumed: boolean;
  /** Whether a write that the hospital has never heard of is made now, or the check-in is given up. */
  readonly ifUntouched: 'begin' | 'give-up';
  readonly onStep: (step: 'ticket-issued' | 'arrived') => void;
  /** Hears the hospital's own sequence number when it is given. */
  readonly onNumber: (seeNo: number | null) => void;
}

/**
 * Takes the number and checks in at the hospital, each write once with the key of the intent. Never call it in a
 * database transaction. Once the number is taken the way is forward: the hospital has no verb to give it back.
 */
export async function arriveAtHospital(port: HospitalPort, arrival: Arrival): Promise<ArrivalOutcome> {
  const { intent, onStep } = arrival;
  const { status, areaId } = intent.plan;
  const { appointmentId } = intent;
  const context = contextOf(intent);
  const begin = arrival.ifUntouched === 'begin';
  if (status === 'arrived') return 'arrived';
  if (status === 'booked') {
    const key = intent.id;
    const issue = async (): Promise<HospitalResult<unknown>> => {
      const result = await port.appointment.issueTicket({ key, appointmentId }, context);
      if (result.ok) arrival.onNumber(result.value.seeNo);
      return result;
    };
    const issued = await writeOnce({ port, key, context, asked: arrival.resumed, make: begin ? issue : undefined });
    if (issued === 'absent') return begin ? 'unavailable' : 'untouched';
    if (issued !== 'committed') return issued;
    onStep('ticket-issued');
  }
  const key = `${intent.id}-arrival`;
  const checkIn = (): Promise<HospitalResult<unknown>> =>
    port.appointment.checkIn({ key, appointmentId, areaId }, context);
  const forward = begin || status === 'booked';
  const arrived = await writeOnce({ port, key, context, asked: arrival.resumed, make: forward ? checkIn : undefined });
  if (arrived === 'absent') return forward ? 'unavailable' : 'untouched';
  if (arrived !== 'committed') return arrived;
  onStep('arrived');
  return 'arrived';
}

/** Makes a write at the hospital, or learns what became of it; an unclear answer is asked about, never repeated. */
export async function writeOnce(write: {
  readonly port: HospitalPort;
  readonly key: string;
  readonly context: CallContext;
  readonly asked: boolean;
  readonly make: (() => Promise<HospitalResult<unknown>>) | undefined;
}): Promise<WriteOutcome> {
  if (write.asked) {
    const before = await whatBecameOf(write.port, write.key, write.context);
    if (before !== 'absent') return before;
  }
  if (write.make === undefined) return 'absent';
  const answer = await answerOf(write.make);
  if (answer === 'committed' || answer === 'refused') return answer;
  const became = await whatBecameOf(write.port, write.key, write.context);
  // The hospital could not be reached and cannot be asked either: it has not said that anything happened.
  return became === 'unavailable' && answer === 'unknown' ? 'unknown' : became;
}

async function answerOf(make: () => Promise<HospitalResult<unknown>>): Promise<WriteOutcome> {
  try {
    const result = await make();
    if (result.ok) return 'committed';
    if (result.reason === 'unavailable') return 'unavailable';
    return result.reason === 'unknown-outcome' ? 'unknown' : 'refused';
  } catch {
    // An adapter that breaks off in the middle has said nothing about the outcome.
    return 'unknown';
  }
}

async function whatBecameOf(port: HospitalPort, key: string, context: CallContext): Promise<WriteOutcome> {
  if (port.capabilities()['transaction.query'] === 'unsupported') return 'unavailable';
  try {
    const result = await port.transaction.query(key, context);
    if (!result.ok) return 'unavailable';
    return { committed: 'committed', 'not-found': 'absent', pending: 'unknown' }[result.value.state] as WriteOutcome;
  } catch {
    return 'unavailable';
  }
}

function contextOf(intent: CheckInIntent): CallContext {
  return { terminalId: intent.terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' };
}
