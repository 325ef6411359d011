import type { PriorityClass } from '../settings/queue-priority.ts';
import type { PresetName, QueuePolicy, QueueSettings } from '../settings/queue-policy.ts';
import { usualPolicy } from './usual-policy.ts';

/** All that the order depends on: a preset says every word of it. */
type OrderRules = Pick<
  QueuePolicy,
  'appointments' | 'late' | 'missed' | 'return' | 'interleave' | 'priority' | 'fairness'
>;
export type Preset = OrderRules & Pick<QueueSettings, 'checkIn'>;

const onlyNormal = { normal: 1, return: 0, missed: 0, late: 0 };
const { appointments, late, missed, return: returning, priority, fairness } = usualPolicy;
const ordinary = { appointments, late, missed, return: returning, priority, fairness };
const endOfSlot = { graceMinutes: 10, place: { rule: 'end-of-slot' } } as const;

function staffClass(given: Omit<PriorityClass, 'proof' | 'emergency'> & Partial<PriorityClass>): PriorityClass {
  return { emergency: false, proof: { rule: 'staff' }, ...given };
}

const twoPlusOne = { rule: 'ratio', others: 2, own: 1 } as const;

/** Behaviours that hospitals have published, by their names in `preset`. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  'two-one-one': { ...ordinary, interleave: { normal: 2, return: 1, missed: 1, late: 0 }, late: endOfSlot },
  'returns-after-two': {
    ...ordinary,
    interleave: onlyNormal,
    late: endOfSlot,
    return: { place: { rule: 'after', others: 2, many: { waiting: 5, others: 1 } }, freeDays: 3 },
    missed: { places: [{ rule: 'after', others: 3 }], rejoin: { rule: 'check-in' } },
  },
  'late-to-the-end': {
    ...ordinary,
    interleave: onlyNormal,
    late: endOfSlot,
    return: { place: { rule: 'after', others: 2 }, freeDays: 3 },
    missed: { places: [{ rule: 'end-of-slot' }, { rule: 'end-of-session' }], rejoin: { rule: 'check-in' } },
  },
  'elders-and-veterans': {
    ...ordinary,
    interleave: { normal: 2, return: 1, missed: 1, late: 0 },
    late: endOfSlot,
    priority: [
      staffClass({
        code: 'elder-80',
        name: { zh: '80 岁以上', en: 'aged 80 and over' },
        level: 1,
        rule: twoPlusOne,
        proof: { rule: 'age', from: 80 },
      }),
      staffClass({ code: 'soldier', name: { zh: '军人', en: 'soldier' }, level: 1, rule: twoPlusOne }),
      staffClass({
        code: 'firefighter',
        name: { zh: '消防救援人员', en: 'firefighter' },
        level: 1,
        rule: twoPlusOne,
      }),
      staffClass({
        code: 'veteran',
        name: { zh: '退役军人', en: 'veteran' },
        level: 2,
        rule: { rule: 'ahead', by: 3 },
        proof: { rule: 'card', kinds: ['veteran-card'] },
      }),
    ],
  },
  'childrens-clinic': {
    ...ordinary,
    checkIn: { opens: { rule: 'minutes-before', minutes: 30 }, closesMinutesAfter: 150 },
    interleave: { normal: 2, return: 1, missed: 1, late: 0 },
    late: { graceMinutes: 0, place: { rule: 'end-of-session', lastMinutes: 60 } },
  },
  'emergency-levels': {
    ...ordinary,
    appointments: { rule: 'by-check-in' },
    late: { graceMinutes: 10, place: { rule: 'as-normal' } },
    interleave: onlyNormal,
    return: { place: { rule: 'after', others: 1 }, freeDays: 0 },
    missed: { places: [{ rule: 'after', others: 1 }], rejoin: { rule: 'check-in' } },
    priority: [
      staffClass({
        code: 'level-1',
        name: { zh: '濒危', en: 'level I, dying' },
        level: 1,
        rule: { rule: 'top' },
        emergency: true,
      }),
      staffClass({
        code: 'level-2',
        name: { zh: '危重', en: 'level II, critical' },
        level: 2,
        rule: { rule: 'top' },
        emergency: true,
      }),
      staffClass({ code: 'level-3', name: { zh: '急症', en: 'level III, urgent' }, level: 3, rule: { rule: 'top' } }),
      staffClass({
        code: 'level-4',
        name: { zh: '非急症', en: 'level IV, not urgent' },
        level: 4,
        rule: { rule: 'as-others' },
      }),
    ],
  },
};
