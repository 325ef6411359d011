import type { QueuePlace } from './site-plan.ts';

/** A number that was given, also to a ticket that is gone. */
export interface GivenNumber {
  readonly businessDate: string;
  readonly session: string;
  readonly number: number;
  /** State of its ticket. */
  readonly state?: string;
}

/** Whose number it is to be. Instants are ISO, UTC. */
export interface NumberWish {
  readonly businessDate: string;
  readonly session: string;
  readonly slotStart: string | null;
  readonly slotEnd: string | null;
  readonly at: string;
  /** Its number among the registrations at the hospital, where the hospital has one. */
  readonly registeredNo: number | null;
}

/** Numbers by slot leave room for so many in each. */
const numbersOfSlot = 1000;
const minute = 60_000;
const usualSlot = 30 * minute;

/**
 * The number of a new ticket as the queue numbers: after the check-ins, as at the hospital's registration while that
 * number is free, or counted in its slot. No number of a session, or of a day, is given twice.
 */
export function numberFor(
  place: Pick<QueuePlace, 'policy' | 'sessionStartsAt'>,
  given: readonly GivenNumber[],
  wish: NumberWish,
): number {
  const { numbering } = place.policy;
  const taken = given.filter((one) => isOfSame(one, wish, numbering.restarts));
  if (numbering.by === 'slot') {
    const slot = slotOf(place, wish);
    const inSlot = taken.filter(({ number }) => Math.floor(number / numbersOfSlot) === slot);
    return inSlot.reduce((highest, { number }) => Math.max(highest, number), slot * numbersOfSlot) + 1;
  }
  const { registeredNo } = wish;
  const isFree = taken.every(({ number }) => number !== registeredNo);
  if (numbering.by === 'registration' && registeredNo !== null && isFree) return registeredNo;
  // While tickets of another session are still about, it counts on from theirs: two people with A003 in one hall
  // would both stand up.
  const counted = taken.length > 0 ? taken : given.filter(({ state }) => state !== 'finished');
  return counted.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}

/** What stands on the slip, such as A007, or AC007 with a letter for the slot. */
export function labelOf({ queue, policy }: Pick<QueuePlace, 'queue' | 'policy'>, number: number): string {
  const { by, slotPrefixes } = policy.numbering;
  const slot = Math.floor(number / numbersOfSlot);
  if (by !== 'slot' || slot === 0) return `${queue.prefix}${String(number).padStart(3, '0')}`;
  const letter = slotPrefixes[(slot - 1) % slotPrefixes.length] ?? '';
  return `${queue.prefix}${letter}${String(number % numbersOfSlot).padStart(3, '0')}`;
}

function isOfSame(one: GivenNumber, wish: NumberWish, restarts: 'session' | 'day'): boolean {
  return one.businessDate === wish.businessDate && (restarts === 'day' || one.session === wish.session);
}

/** Which slot of its session it is, counted from 1; a walk-in is in the one that runs when it comes. */
function slotOf({ sessionStartsAt }: Pick<QueuePlace, 'sessionStartsAt'>, wish: NumberWish): number {
  const { slotStart, slotEnd, at } = wish;
  const start = Date.parse(slotStart ?? at);
  const length = slotStart === null || slotEnd === null ? usualSlot : Date.parse(slotEnd) - Date.parse(slotStart);
  const from = Date.parse(sessionStartsAt(wish) ?? `${wish.businessDate}T00:00:00.000Z`);
  return Math.max(Math.floor((start - from) / Math.max(length, minute)), 0) + 1;
}
