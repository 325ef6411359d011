import { randomUUIDv7 } from 'node:crypto';
import type { HospitalPort } from '../../hospital/port.ts';
import type { WriteTransaction } from '../../store/tables.ts';
import type { MirroredTicket } from '../../contract/index.ts';
import type { Joined } from '../join.ts';
import { ticketById, ticketOfAppointment } from '../storage.ts';
import { isMirrored } from './area-modes.ts';
import { hospitalSource } from './credentials.ts';
import { isOver } from './free-number.ts';
import { isOutside } from './rank.ts';
import { readItems } from './read-items.ts';
import { takeInto, type MirrorParts } from './take.ts';

/** The place that the hospital has given an appointment in a queue of its own. */
export interface OutsidePlace {
  readonly ticket: MirroredTicket;
  readonly queueId: string;
}

/** Whoever wants to wait again after these does so by the rules of where the queue is kept. */
const comesBackThere: ReadonlySet<string> = new Set(['missed', 'at-tests', 'finished', 'dropped']);

interface Arrived {
  readonly appointmentId: string;
  readonly terminalId: string | null;
  readonly plan: { readonly queueId: string };
}

/**
 * Asks the hospital for the number of an appointment that has arrived in a mirrored area. Null: the hub gives the number,
 * because the queue is its own or the hospital gives none. `refused`: a call was missed, and coming back is arranged
 * where the queue is kept. Never call it in a database transaction.
 */
export async function askOutside(
  parts: MirrorParts & { readonly port: HospitalPort },
  of: Arrived,
): Promise<OutsidePlace | 'unavailable' | 'refused' | null> {
  const { plan, store, port } = parts;
  const place = plan.queue(of.plan.queueId);
  if (place === undefined || !(await isMirrored(store.database, place.area))) return null;
  const known = await ticketOfAppointment(store.database, of.appointmentId);
  if (known !== undefined && isOutside(known) && comesBackThere.has(known.state)) return 'refused';
  if (port.capabilities()['queue.ticket'] !== 'native') return null;
  const context = { terminalId: of.terminalId, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
  const asked = await port.queue.ticket(of.appointmentId, context).catch(() => undefined);
  if (asked === undefined) return 'unavailable';
  if (!asked.ok) return asked.reason === 'not-found' || asked.reason === 'unsupported' ? null : 'unavailable';
  if (comesBackThere.has(asked.value.state ?? 'waiting')) return 'refused';
  return { ticket: asked.value, queueId: place.queue.id };
}

/** Takes the number of the hospital in; undefined when the area keeps its own queue by now, or the place makes no sense here. */
export async function joinOutside(
  transaction: WriteTransaction,
  parts: MirrorParts,
  { ticket, queueId }: OutsidePlace,
): Promise<Joined | undefined> {
  const read = readItems([ticket], { plan: parts.plan, scope: null, now: parts.clock.now() });
  const taken = await takeInto(transaction, parts, { source: hospitalSource, scope: null, ...read });
  const ticketId = taken.ticketIds.get(ticket.ticket);
  const stored = ticketId === undefined ? undefined : await ticketById(transaction, ticketId);
  if (stored === undefined || isOver(stored)) return undefined;
  const line = (await parts.lines.hold(transaction, [queueId])).get(queueId);
  if (line === undefined) throw new Error(`queue ${queueId} could not be held`);
  return { ticket: stored, already: false, line, events: taken.events };
}
