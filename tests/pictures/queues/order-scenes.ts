import type { OrderScene } from './order-picture.ts';

const onTime = [
  'A1 09:00 in 08:40',
  'A2 09:00 in 08:41',
  'A3 09:20 in 08:42',
  'A4 09:20 in 08:43',
  'A5 09:40 in 08:44',
];
const kinds = [
  'A1 walk-in in 08:30',
  'A2 09:00 in 08:58',
  'A3 09:40 in 08:35',
  'A4 walk-in in 09:05',
  'A5 09:20 in 09:00',
];
const nothing = { policy: {}, says: { zh: '没有这一条', en: 'without the rule' } };
const bySlot = { policy: {}, says: { zh: '按时段', en: 'in slot order' } };
const turnsOnly = { normal: 1, return: 0, missed: 0, late: 0 };
const asNormal = { late: { place: { rule: 'as-normal' } }, missed: { places: [{ rule: 'as-normal' }] } };
const noTurns = { ...asNormal, return: { place: { rule: 'as-normal' } }, interleave: turnsOnly };
const off = (zh: string, en: string, policy: unknown = noTurns) => ({ policy, says: { zh, en } });

/** One picture for each setting that the order depends on. */
export const orderScenes: readonly OrderScene[] = [
  {
    name: 'appointments-first',
    title: { zh: '预约号总是在前（appointments: first）', en: 'Appointments always first' },
    tickets: kinds,
    before: bySlot,
    after: {
      policy: { appointments: { rule: 'first' } },
      says: { zh: '先预约，后现场', en: 'appointments, then walk-ins' },
    },
    look: 'A1',
  },
  {
    name: 'appointments-by-check-in',
    title: { zh: '只按签到先后（appointments: by-check-in）', en: 'By check-in time alone' },
    tickets: kinds,
    before: bySlot,
    after: {
      policy: { appointments: { rule: 'by-check-in' } },
      says: { zh: '谁先签到谁先看', en: 'first come, first served' },
    },
    look: 'A3',
  },
  {
    name: 'appointments-ratio',
    title: { zh: '预约与现场按比例（appointments: ratio 2:1）', en: 'Appointments and walk-ins in turn, 2:1' },
    tickets: [...onTime.slice(0, 4), 'B1 walk-in in 09:21', 'B2 walk-in in 09:22'],
    before: bySlot,
    after: {
      policy: { appointments: { rule: 'ratio', appointments: 2, walkIns: 1 } },
      says: { zh: '两个预约，一个现场', en: 'two appointments, one walk-in' },
    },
    look: 'B1',
  },
  {
    name: 'late-end-of-slot',
    title: { zh: '迟到排在本时段最后（late: end-of-slot）', en: 'Late patients at the end of their slot' },
    tickets: [
      'L1 09:00 in 09:31 late',
      'A1 09:00 in 09:05',
      'A2 walk-in 09:00 in 09:10',
      'A3 09:20 in 09:00',
      'A4 09:40 in 09:20',
    ],
    at: '09:32',
    before: off('迟到不算', 'lateness does not count'),
    after: {
      policy: { ...noTurns, late: { place: { rule: 'end-of-slot' } } },
      says: { zh: '本时段的人之后，下一时段之前', en: 'behind its slot, before the next' },
    },
    look: 'L1',
  },
  {
    name: 'late-end-of-session',
    title: { zh: '迟到排在本班次最后（late: end-of-session）', en: 'Late patients at the end of the session' },
    tickets: [
      'L1 08:40 in 09:31 late',
      'A1 09:00 in 09:05',
      'A3 09:20 in 09:00',
      'A4 10:40 in 09:20',
      'A5 11:40 in 09:25',
    ],
    at: '09:32',
    before: off('迟到不算', 'lateness does not count'),
    after: {
      policy: { ...noTurns, late: { place: { rule: 'end-of-session' } } },
      says: { zh: '全部叫完之后', en: 'behind everybody' },
    },
    look: 'L1',
  },
  {
    name: 'late-last-hour',
    title: {
      zh: '迟到并入最后一小时（late: end-of-session，lastMinutes 60）',
      en: 'Late patients join the last hour of the session',
    },
    tickets: [
      'L1 08:40 in 09:31 late',
      'A1 09:00 in 09:05',
      'A4 10:20 in 09:20',
      'A5 11:00 in 09:25',
      'A6 11:40 in 09:26',
    ],
    at: '09:32',
    before: off('排在最后', 'behind everybody', { ...noTurns, late: { place: { rule: 'end-of-session' } } }),
    after: {
      policy: { ...noTurns, late: { place: { rule: 'end-of-session', lastMinutes: 60 } } },
      says: { zh: '与最后一小时的人一起', en: 'among those of the last hour' },
    },
    look: 'L1',
  },
  {
    name: 'late-after',
    title: { zh: '迟到隔几位叫一位（late: after 3）', en: 'A late patient after every three others' },
    tickets: [...onTime, 'L1 08:00 in 08:45 late'],
    before: off('迟到不算', 'lateness does not count'),
    after: {
      policy: { ...noTurns, late: { place: { rule: 'after', others: 3 } } },
      says: { zh: '每三位之后一位', en: 'one after every three' },
    },
    look: 'L1',
  },
  {
    name: 'missed-after',
    title: { zh: '过号隔几位叫一位（missed: after 3）', en: 'Who missed a call waits for three others' },
    tickets: ['M1 08:40 in 08:55 missed 1', ...onTime],
    before: off('过号不算', 'a missed call does not count'),
    after: {
      policy: { ...noTurns, missed: { places: [{ rule: 'after', others: 3 }] } },
      says: { zh: '三位之后', en: 'after three others' },
    },
    look: 'M1',
  },
  {
    name: 'missed-second-time',
    title: {
      zh: '第二次过号排在最后（missed: after 2，再 end-of-session）',
      en: 'The second miss goes to the end of the session',
    },
    tickets: ['M1 08:40 in 08:55 missed 1', 'M2 08:40 in 08:50 missed 2', ...onTime],
    before: off('每次都一样', 'the same each time', { ...noTurns, missed: { places: [{ rule: 'after', others: 2 }] } }),
    after: {
      policy: { ...noTurns, missed: { places: [{ rule: 'after', others: 2 }, { rule: 'end-of-session' }] } },
      says: { zh: '第一次隔两位，第二次到最后', en: 'first after two, then last' },
    },
    look: 'M2',
  },
  {
    name: 'return-after',
    title: { zh: '回诊排在两位之后（return: after 2）', en: 'A return is placed after two others' },
    tickets: [...onTime, 'R1 09:40 in 08:00 back 09:10'],
    before: off('重新按时段排', 'by slot and check-in again'),
    after: {
      policy: { ...noTurns, return: { place: { rule: 'after', others: 2 } } },
      says: { zh: '每两位之后一位回诊', en: 'one after every two others' },
    },
    look: 'R1',
  },
  {
    name: 'return-many',
    title: { zh: '回诊多时一比一（return: many）', en: 'One to one while many returns wait' },
    tickets: [
      ...onTime,
      'R1 08:20 in 08:00 back 08:50',
      'R2 08:20 in 08:01 back 08:51',
      'R3 08:20 in 08:02 back 08:52',
    ],
    before: off('每两位之后一位', 'always after two', { ...noTurns, return: { place: { rule: 'after', others: 2 } } }),
    after: {
      policy: {
        ...noTurns,
        return: { place: { rule: 'after', others: 2, many: { waiting: 2, others: 1 } } },
      },
      says: { zh: '超过两位回诊在等时，一比一', en: 'one to one while more than two returns wait' },
    },
    look: 'R2',
  },
  {
    name: 'interleave',
    title: { zh: '两个普通、一个回诊、一个过号（interleave 2+1+1）', en: 'Two normal, one return, one missed in turn' },
    tickets: [...onTime, 'R1 09:40 in 08:00 back 09:11', 'M1 09:40 in 09:10 missed 1'],
    before: off('都按时段排', 'all by slot'),
    after: {
      policy: {
        ...asNormal,
        missed: { places: [{ rule: 'in-turn' }] },
        interleave: { normal: 2, return: 1, missed: 1 },
      },
      says: { zh: '各队轮流，空队跳过', en: 'lanes take turns; an empty one is passed over' },
    },
    look: 'R1',
  },
  {
    name: 'priority-top',
    title: { zh: '优先类别：最先（priority: top）', en: 'A class that is called first' },
    tickets: [...onTime, 'D1 09:40 in 09:10 class disabled'],
    before: nothing,
    after: {
      policy: { priority: [{ code: 'disabled', name: { zh: '残疾人', en: 'disabled' }, rule: { rule: 'top' } }] },
      says: { zh: '排在所有人之前', en: 'before everybody' },
    },
    look: 'D1',
  },
  {
    name: 'priority-ahead',
    title: { zh: '优先类别：前移几位（priority: ahead 3）', en: 'A class that is moved ahead of three' },
    tickets: [...onTime, 'V1 09:40 in 09:10 class veteran'],
    before: nothing,
    after: { policy: { preset: 'elders-and-veterans' }, says: { zh: '前移三位', en: 'moved ahead of three' } },
    look: 'V1',
  },
  {
    name: 'priority-ratio',
    title: { zh: '优先类别：按比例（priority: ratio 2:1）', en: 'A class with a share: one after every two others' },
    tickets: [...onTime, 'E1 09:40 in 09:10 class elder-80', 'E2 09:40 in 09:11 class elder-80'],
    before: nothing,
    after: {
      policy: { preset: 'elders-and-veterans' },
      says: { zh: '每两位之后一位', en: 'one after every two others' },
    },
    look: 'E1',
  },
  {
    name: 'fairness',
    title: { zh: '等够了，不再后移（fairness: mostOvertakes 2）', en: 'Nobody is overtaken more than twice' },
    tickets: ['Z1 11:00 in 08:00', ...onTime],
    before: off('没有上限', 'without a bound', { fairness: { mostOvertakes: 1000 } }),
    after: {
      policy: { fairness: { mostOvertakes: 2 } },
      says: { zh: '被超过两次后，轮到他', en: 'after two overtakes it is his turn' },
    },
    look: 'Z1',
  },
  {
    name: 'calls-gap',
    title: {
      zh: '刚过号的不会马上再叫（calls: gapMinutes 5）',
      en: 'Who just missed a call is not offered again at once',
    },
    tickets: [
      'M1 08:40 in 09:28 missed 1 called-before 09:26',
      'A0 09:00 in 08:50 finished called 09:29',
      ...onTime.slice(0, 4),
    ],
    before: off('马上再叫', 'offered at once', { missed: { places: [{ rule: 'after', others: 1 }] } }),
    after: {
      policy: { missed: { places: [{ rule: 'after', others: 1 }] }, calls: { gapMinutes: 5 } },
      says: { zh: '五分钟内先叫别人', en: 'for five minutes another goes first' },
    },
    look: 'M1',
  },
  {
    name: 'emergency-levels',
    title: { zh: '急诊四级（preset: emergency-levels）', en: 'The four levels of an emergency department' },
    tickets: [
      'N1 walk-in in 08:40 class level-4',
      'N2 walk-in in 08:45 class level-4',
      'U1 walk-in in 08:50 class level-3',
      'C1 walk-in in 08:55 class level-2',
      'D1 walk-in in 09:10 class level-1',
    ],
    before: off('按签到先后', 'by check-in time', {
      appointments: { rule: 'by-check-in' },
      late: { place: { rule: 'end-of-session' } },
    }),
    after: {
      policy: { preset: 'emergency-levels' },
      says: { zh: '按病情，再按签到', en: 'by urgency, then by check-in' },
    },
    look: 'D1',
  },
];
