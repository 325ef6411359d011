import type { Duration, QueueOfDay, QueueSettingsOfDay } from './day-settings.ts';

interface UsualQueue {
  readonly slots: { readonly slotMinutes: number; readonly perSlot: number };
  readonly arrivals: { readonly earlyMinutes: number; readonly spreadMinutes: number; readonly noShow: number };
  readonly late: { readonly share: number; readonly minutes: number };
  readonly walkInsAnHour: number;
  readonly service: Duration;
  readonly missed: {
    readonly share: number;
    readonly waitSeconds: number;
    readonly comesBack: number;
    readonly afterMinutes: number;
  };
  readonly tests: { readonly share: number; readonly minutes: Duration; readonly again: Duration };
  readonly desks: number;
}

/** What holds of a queue where a day says nothing. */
export const usualQueue: UsualQueue = {
  slots: { slotMinutes: 30, perSlot: 4 },
  arrivals: { earlyMinutes: 15, spreadMinutes: 10, noShow: 0 },
  late: { share: 0, minutes: 20 },
  walkInsAnHour: 2,
  service: { median: 4, p90: 8 },
  missed: { share: 0, waitSeconds: 30, comesBack: 0.8, afterMinutes: 10 },
  tests: { share: 0, minutes: { median: 40, p90: 70 }, again: { median: 3, p90: 6 } },
  desks: 1,
};

/** A group of settings with what is left out as usual. */
export function asUsual<Group extends object>(
  usual: Group,
  given: { readonly [Key in keyof Group]?: Group[Key] | undefined } | undefined,
): Group {
  return { ...usual, ...defined(given ?? {}) };
}

/** The settings of a queue on top of those of every queue: groups setting by setting, all else whole. */
export function withEveryQueue(every: QueueSettingsOfDay | undefined, own: QueueOfDay): QueueOfDay {
  if (every === undefined) return own;
  const appointments = merged(every.appointments, own.appointments);
  // A queue that gives its own slots or its own pattern sets aside the other way to say it.
  if (own.appointments?.slots === undefined && own.appointments?.perSlot !== undefined) delete appointments?.slots;
  return {
    ...every,
    ...defined(own),
    id: own.id,
    ...(appointments !== undefined && { appointments }),
    ...group('missed', merged(every.missed, own.missed)),
    ...group('tests', merged(every.tests, own.tests)),
  };
}

function group<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

function merged<Group extends object>(every: Group | undefined, own: Group | undefined): Group | undefined {
  if (every === undefined || own === undefined) return own ?? every;
  return { ...every, ...defined(own) };
}

function defined<Group extends object>(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined)) as Group;
}
