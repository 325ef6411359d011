import type { AppointmentsPlan, DayPlan, DeskPlan, DurationPlan, QueuePlan, Span } from './day-plan.ts';
import type { DaySettings, DeskSettings, Duration, QueueOfDay } from './day-settings.ts';
import { asUsual, usualQueue, withEveryQueue } from './usual-day.ts';

const minute = 60_000;
/** Any day will do: a played day knows no calendar. */
const midnight = Date.UTC(2026, 0, 5);
/** Nine of ten lie below this many standard deviations. */
const ninthTenth = 1.2815515655446004;

interface PlainQueue extends QueueOfDay {
  /** Place of the queue in the file from which its copies come. */
  readonly from: string;
}

/** What a day of a file comes to, with nothing left out. */
export function planOfDay(given: DaySettings): DayPlan {
  const day = { from: at(given.from), until: at(given.until) };
  const queues = given.queues.flatMap((queue) => copiesOf(withEveryQueue(given.everyQueue, queue)));
  const own = queues.flatMap((queue, index) =>
    desksOf(
      queue,
      (given.desks ?? []).some((desk) => desk.queues.includes(queue.from)),
    ).map((desk, place) => {
      return { desk, queues: [index], id: `${queue.id}-${place + 1}` };
    }),
  );
  const shared = (given.desks ?? []).map((desk, place) => {
    const served = queues.flatMap(({ from }, index) => (desk.queues.includes(from) ? [index] : []));
    return { desk, queues: served, id: `desk-${place + 1}` };
  });
  return {
    name: given.name ?? { zh: '一天', en: 'A day' },
    ...day,
    overtime: given.overtimeMinutes * minute,
    sessions: (given.sessions ?? [given]).map(spanOf),
    queues: queues.map((queue) => queuePlan(queue, day)),
    desks: [...own, ...shared].flatMap((desk) => deskPlans(desk, queues, day)),
  };
}

interface DeskOfFile {
  readonly desk: DeskSettings;
  /** Numbers of its queues. */
  readonly queues: readonly number[];
  readonly id: string;
}

function deskPlans({ desk, queues, id }: DeskOfFile, all: readonly PlainQueue[], day: Span): DeskPlan[] {
  const name = desk.id ?? id;
  return Array.from({ length: desk.copies ?? 1 }, (_, copy) => ({
    id: copy === 0 ? name : `${name}-${copy + 1}`,
    queues,
    from: desk.from === undefined ? day.from : at(desk.from),
    until: desk.until === undefined ? day.until : at(desk.until),
    pauses: (desk.pauses ?? []).map(spanOf),
    service: queues.map((index) => serviceAt(desk, all[index])),
  }));
}

function copiesOf(queue: QueueOfDay): PlainQueue[] {
  const { copies = 1 } = queue;
  if (copies === 1) return [{ ...queue, from: queue.id }];
  return Array.from({ length: copies }, (_, copy) => ({
    ...queue,
    id: `${queue.id}-${copy + 1}`,
    from: queue.id,
    ...(queue.name !== undefined && {
      name: { zh: `${queue.name.zh} ${copy + 1}`, en: `${queue.name.en} ${copy + 1}` },
    }),
  }));
}

/** A queue that shared desks serve has no other ones unless it says so. */
function desksOf(queue: PlainQueue, isShared: boolean): readonly DeskSettings[] {
  const desks = queue.desks ?? (isShared ? 0 : usualQueue.desks);
  return typeof desks === 'number' ? Array.from({ length: desks }, () => ({})) : desks;
}

function serviceAt(desk: DeskSettings, queue: PlainQueue | undefined): DeskPlan['service'][number] {
  const first = desk.service ?? queue?.service ?? usualQueue.service;
  return { first: durationOf(first), again: durationOf(queue?.tests?.again ?? usualQueue.tests.again) };
}

function queuePlan(queue: PlainQueue, day: Span): QueuePlan {
  const saysWhoComes = queue.appointments !== undefined || queue.walkIns !== undefined;
  const missed = asUsual(usualQueue.missed, queue.missed);
  const tests = asUsual(usualQueue.tests, queue.tests);
  return {
    id: queue.id,
    name: queue.name ?? { zh: queue.id, en: queue.id },
    appointments: appointmentsOf(saysWhoComes ? queue.appointments : {}, day),
    walkIns: saysWhoComes ? walkInsOf(queue.walkIns ?? {}, day) : usualWalkIns(day),
    classes: Object.entries(queue.classes ?? {}).map(([code, share]) => ({ code, share })),
    missed: {
      share: missed.share,
      wait: missed.waitSeconds * 1000,
      comesBack: missed.comesBack,
      after: missed.afterMinutes * minute,
    },
    tests: { share: tests.share, duration: durationOf(tests.minutes) },
  };
}

function appointmentsOf(given: QueueOfDay['appointments'], day: Span): AppointmentsPlan {
  const { earlyMinutes, spreadMinutes, noShow } = asUsual(usualQueue.arrivals, given);
  const late = given?.late ?? usualQueue.late;
  return {
    slots: given === undefined ? [] : slotsOf(given, day),
    early: earlyMinutes * minute,
    spread: spreadMinutes * minute,
    noShow,
    late: { share: late.share, after: late.minutes * minute },
  };
}

function slotsOf(given: NonNullable<QueueOfDay['appointments']>, day: Span): AppointmentsPlan['slots'] {
  if (given.slots !== undefined) return given.slots.map((slot) => ({ ...spanOf(slot), patients: slot.patients }));
  const { perSlot: patients, slotMinutes } = asUsual(usualQueue.slots, given);
  const size = slotMinutes * minute;
  const from = given.from === undefined ? day.from : at(given.from);
  const until = given.until === undefined ? day.until : at(given.until);
  return Array.from({ length: Math.ceil((until - from) / size) }, (_, index) => {
    const start = from + index * size;
    return { from: start, until: Math.min(start + size, until), patients };
  });
}

/** Each time opens an hour, or what is left until the next one. */
function walkInsOf(given: NonNullable<QueueOfDay['walkIns']>, day: Span): QueuePlan['walkIns'] {
  const starts = Object.entries(given).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return starts.map(([time, patients], index) => {
    const from = at(time);
    const next = starts[index + 1];
    const until = Math.min(from + 60 * minute, next === undefined ? Infinity : at(next[0]));
    return { from, until: from < day.until ? Math.min(until, day.until) : until, patients };
  });
}

function usualWalkIns(day: Span): QueuePlan['walkIns'] {
  const hours = Math.max(1, Math.floor((day.until - day.from) / (60 * minute)));
  return Array.from({ length: hours }, (_, hour) => {
    const from = day.from + hour * 60 * minute;
    return { from, until: Math.min(from + 60 * minute, day.until), patients: usualQueue.walkInsAnHour };
  });
}

function durationOf(given: Duration): DurationPlan {
  if (typeof given === 'number') return { median: given * minute, sigma: 0 };
  const p90 = given.p90 ?? given.median * 2;
  return { median: given.median * minute, sigma: Math.log(p90 / given.median) / ninthTenth };
}

function spanOf({ from, until }: { readonly from: string; readonly until: string }): Span {
  return { from: at(from), until: at(until) };
}

function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return midnight + (hours * 60 + minutes) * minute;
}
