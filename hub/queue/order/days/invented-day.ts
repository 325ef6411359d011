import type { Lane } from '../../../contract/index.ts';
import type { SeededRandom } from '../../../hospital/sandbox/seeded-random.ts';
import { inventedClasses } from './invented-policy.ts';
import type { DayTicket, PlayedQueue } from './played-queue.ts';

const minute = 60_000;
const slotMinutes = 20;

/** What happens next in a queue that is not a call by the rules. */
type Happening = (queue: PlayedQueue, random: SeededRandom) => void;

const happenings: readonly Happening[] = [
  checkIn,
  checkIn,
  checkIn,
  checkIn,
  checkIn,
  (queue, random) => ofState(queue, random, 'called', missCall),
  (queue, random) => ofState(queue, random, 'called', goToTests),
  (queue, random) => ofState(queue, random, 'called', finish),
  (queue, random) => ofState(queue, random, 'missed', rejoin),
  (queue, random) => ofState(queue, random, 'held', comeBack),
];
const byHand: readonly Happening[] = [
  (queue, random) => ofState(queue, random, 'waiting', chooseByHand),
  (queue, random) => ofState(queue, random, 'waiting', insertEmergency),
  (queue, random) => ofState(queue, random, 'waiting', moveByNurse),
];

/** Something happens, as chance will have it. */
export function somethingHappens(queue: PlayedQueue, random: SeededRandom): void {
  const isByHand = random.below(12) === 0;
  random.pick(isByHand ? byHand : happenings)(queue, random);
  queue.pass(1 + random.below(2 * minute));
}

function checkIn(queue: PlayedQueue, random: SeededRandom): void {
  const number = queue.tickets.length + 1;
  const isAppointment = random.below(3) > 0;
  const hasSlot = isAppointment || random.below(4) === 0;
  const slot = hasSlot ? slotNear(Date.parse(queue.at), random) : null;
  const isLate = slot !== null && slot + slotMinutes * minute < Date.parse(queue.at);
  const lane: Lane = isLate ? 'late' : 'normal';
  queue.put({
    id: `t${number}`,
    number,
    label: `A${String(number).padStart(3, '0')}`,
    state: 'waiting',
    kind: isAppointment ? 'appointment' : 'walk-in',
    lane,
    class: random.below(4) === 0 ? random.pick(inventedClasses) : null,
    slotStart: slot === null ? null : new Date(slot).toISOString(),
    slotEnd: slot === null ? null : new Date(slot + slotMinutes * minute).toISOString(),
    checkedInAt: queue.at,
    returnedAt: null,
    registeredNo: random.below(2) === 0 ? null : random.below(200),
    misses: 0,
    emergency: null,
    move: null,
    assignedTo: null,
  });
}

/** A slot from an hour before to an hour after. */
function slotNear(at: number, random: SeededRandom): number {
  const running = Math.floor(at / (slotMinutes * minute));
  return (running - 3 + random.below(7)) * slotMinutes * minute;
}

function ofState(
  queue: PlayedQueue,
  random: SeededRandom,
  state: string,
  does: (queue: PlayedQueue, ticket: DayTicket, random: SeededRandom) => void,
): void {
  const some = queue.inState(state);
  if (some.length > 0) does(queue, random.pick(some), random);
}

function missCall(queue: PlayedQueue, ticket: DayTicket): void {
  queue.change(ticket.id, { state: 'missed', misses: ticket.misses + 1, emergency: null });
}

function goToTests(queue: PlayedQueue, ticket: DayTicket): void {
  queue.change(ticket.id, { state: 'held', emergency: null });
}

function finish(queue: PlayedQueue, ticket: DayTicket): void {
  queue.change(ticket.id, { state: 'finished' });
}

function rejoin(queue: PlayedQueue, ticket: DayTicket): void {
  queue.change(ticket.id, { state: 'waiting', lane: 'missed', checkedInAt: queue.at });
}

function comeBack(queue: PlayedQueue, ticket: DayTicket): void {
  queue.change(ticket.id, { state: 'waiting', lane: 'return', returnedAt: queue.at });
}

function chooseByHand(queue: PlayedQueue, ticket: DayTicket): void {
  queue.call(ticket, false);
}

function insertEmergency(queue: PlayedQueue, ticket: DayTicket, random: SeededRandom): void {
  queue.change(ticket.id, { emergency: 1 + random.below(4), move: null });
}

function moveByNurse(queue: PlayedQueue, ticket: DayTicket, random: SeededRandom): void {
  const other = random.pick(queue.waiting);
  const rank = 1 + random.below(queue.waiting.length);
  const isBefore = random.below(2) === 0 && other.id !== ticket.id;
  queue.change(ticket.id, { move: isBefore ? { at: queue.at, before: other.id } : { at: queue.at, rank } });
}
