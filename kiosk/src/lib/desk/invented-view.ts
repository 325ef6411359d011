import type { DeskNeighbour, DeskServing, DeskTicket, DeskView, DeskWaiting, Words } from '@lobby/hub/contract';

export const at = '2026-11-23T00:57:12.000Z';

const people = ['张*明', '陈*', '欧阳*', '王*立', '䶮*', '刘*英', '周*国', '孙*', '何*芳', '赵*', '钱*宇'];
const classes = [
  { code: 'elder', name: { zh: '80 岁以上', en: 'Over 80' }, level: 2 },
  { code: 'soldier', name: { zh: '军人', en: 'Soldier' }, level: 2 },
  { code: 'pregnant', name: { zh: '孕妇', en: 'Pregnant' }, level: 3 },
] as const;

export function minutesAgo(minutes: number): string {
  return new Date(Date.parse(at) - minutes * 60_000).toISOString();
}

export function secondsAhead(seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

export function ticket(number: number, more: Partial<DeskTicket>): DeskTicket {
  return {
    ticketId: `t${number}`,
    version: 1,
    queueId: 'cardiology',
    label: `A${String(number).padStart(3, '0')}`,
    state: 'waiting',
    who: people[number % people.length] ?? '',
    lane: 'normal',
    kind: 'appointment',
    sex: number % 2 === 0 ? 'male' : 'female',
    age: 30 + ((number * 7) % 60),
    class: null,
    emergency: false,
    slotStart: '2026-11-23T01:00:00.000Z',
    checkedInAt: minutesAgo((number * 3) % 41),
    returnedAt: null,
    reports: null,
    assignedTo: null,
    misses: 0,
    actedBy: null,
    ...more,
  };
}

const inSlot = { zh: '预约时段内，先签到', en: 'In its slot, checked in first' };

export function waitingTicket(number: number, more: Partial<DeskWaiting>): DeskWaiting {
  return { ...ticket(number, more), reason: inSlot, overtaken: 0, mayCallNext: true, ...more };
}

export const waiting: readonly DeskWaiting[] = [
  waitingTicket(15, { who: '刘*英', checkedInAt: minutesAgo(16) }),
  waitingTicket(4, {
    who: '周*国',
    lane: 'return',
    checkedInAt: minutesAgo(5),
    reports: { ready: 3, awaited: 3 },
    reason: { zh: '回诊，排在两位之后', en: 'Return, placed after two others' },
  }),
  waitingTicket(16, {
    who: '孙*',
    slotStart: '2026-11-23T01:20:00.000Z',
    checkedInAt: minutesAgo(10),
    overtaken: 1,
    reason: { zh: '下一时段', en: 'The next slot' },
  }),
  waitingTicket(18, {
    who: '何*芳',
    class: classes[0],
    checkedInAt: minutesAgo(2),
    reason: {
      zh: '优先，提前 2 位；A016 已被超过 1 次（上限 3）',
      en: 'Priority, ahead by 2; A016 was overtaken once (at most 3)',
    },
  }),
  waitingTicket(19, {
    who: '迪力夏提·****',
    kind: 'walk-in',
    slotStart: null,
    checkedInAt: minutesAgo(1),
    actedBy: 'relative',
    assignedTo: { deskId: 'D-card-2', name: { zh: '2 诊室', en: 'Room 2' } },
    mayCallNext: false,
    reason: { zh: '现场挂号，排在预约之后', en: 'Walk-in, after the appointments' },
  }),
];

export function serving(number: number, more: Partial<DeskServing>): DeskServing {
  return {
    ...ticket(number, { state: 'called' }),
    callId: `c${number}`,
    calledAt: minutesAgo(0.15),
    times: 1,
    undoUntil: null,
    shown: [],
    expected: ['S-card'],
    ...more,
  };
}

function neighbour(number: number, name: Words | null, more: Partial<DeskNeighbour>): DeskNeighbour {
  return {
    deskId: `D-card-${number}`,
    kind: 'consulting',
    room: { zh: `${number} 诊室`, en: `Room ${number}` },
    staff: name === null ? null : { name, title: null },
    state: name === null ? 'nobody' : 'open',
    reason: null,
    serving: null,
    roomWaiting: 0,
    roomLimit: 0,
    seenToday: number * 4,
    ...more,
  };
}

export const desks: readonly DeskNeighbour[] = [
  neighbour(1, { zh: '王立', en: 'Wang Li' }, { serving: 'A011', roomWaiting: 1, roomLimit: 2 }),
  neighbour(2, { zh: '陈欣', en: 'Chen Xin' }, { state: 'paused', reason: { zh: '会诊', en: 'Consultation' } }),
  neighbour(3, { zh: '李文', en: 'Li Wen' }, { serving: 'A012' }),
  neighbour(4, { zh: '叶凯', en: 'Ye Kai' }, { state: 'stopped', reason: { zh: '急诊手术', en: 'Emergency surgery' } }),
  neighbour(5, null, { seenToday: 0 }),
];

const shownAt = [
  { screenId: 'S-card', at: '2026-11-23T00:57:03.000Z' },
  { screenId: 'S-door-3', at: '2026-11-23T00:57:03.000Z' },
];

export function desk(more: Partial<DeskView>): DeskView {
  const now = serving(12, { who: '张*明', age: 72, sex: 'male', shown: shownAt, expected: ['S-card', 'S-door-3'] });
  return {
    deskId: 'D-card-3',
    kind: 'consulting',
    hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    area: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
    room: { zh: '3 诊室', en: 'Room 3' },
    queues: [{ zh: '心血管内科', en: 'Cardiology' }],
    queueList: [queue('cardiology', { zh: '心血管内科', en: 'Cardiology' }, 5)],
    staff: { name: { zh: '李文', en: 'Li Wen' }, title: null },
    person: { staffId: '1001', role: 'doctor', name: { zh: '李文', en: 'Li Wen' }, title: null },
    may: [
      ...['next', 'call', 'recall', 'missed', 'finish', 'to-tests', 'hold', 'resume', 'transfer', 'undo-call'],
      ...['pause', 'unpause', 'stop-clinic', 'open-clinic', 'broadcast', 'end-broadcast', 'panic', 'end-panic'],
    ] as DeskView['may'],
    serving: now,
    servings: [now],
    roomWaiting: [],
    waiting: [...waiting],
    held: [ticket(10, { state: 'held', who: '赵*' })],
    atTests: [ticket(7, { state: 'at-tests', who: '钱*宇', reports: { ready: 2, awaited: 3 } })],
    missed: [
      ticket(3, { state: 'missed', who: '王*立', misses: 1 }),
      ticket(6, { state: 'missed', who: '欧阳*', misses: 2, actedBy: 'parent' }),
    ],
    lastCall: null,
    seenToday: 11,
    averageSeconds: 380,
    screens: [
      { screenId: 'S-card', state: 'on' },
      { screenId: 'S-door-3', state: 'on' },
    ],
    desks: [...desks],
    transferTo: [
      transfer('cardiology', '心血管内科', 'Cardiology', '心内科候诊区', 'Cardiology waiting area', 3),
      transfer('respiratory', '呼吸内科', 'Respiratory', '内科候诊区', 'Internal medicine waiting area', 1),
      transfer('neurology', '神经内科', 'Neurology', '神经科候诊区', 'Neurology waiting area', 1),
      transfer('ecg', '心电图', 'ECG', '功能检查区', 'Function tests', 1),
    ],
    paused: null,
    stopped: null,
    broadcasts: [],
    alarms: [],
    keptAtHospital: [],
    pauseReasons: [
      { code: 'consultation', name: { zh: '会诊', en: 'Consultation' } },
      { code: 'surgery', name: { zh: '急诊手术', en: 'Emergency surgery' } },
      { code: 'ward-round', name: { zh: '查房', en: 'Ward round' } },
      { code: 'break', name: { zh: '休息一会儿', en: 'A short break' } },
    ],
    sequence: 1,
    at,
    ...more,
  };
}

function queue(queueId: string, name: Words, count: number): DeskView['queueList'][number] {
  return { queueId, name, kind: 'clinic', waiting: count, mirrored: false, byHand: true, classes: [...classes] };
}

function transfer(
  ...[queueId, zh, en, areaZh, areaEn, rooms]: [string, string, string, string, string, number]
): DeskView['transferTo'][number] {
  const all = Array.from({ length: rooms }, (_, index) => ({
    deskId: `${queueId}-${index + 1}`,
    room: { zh: `${index + 1} 诊室`, en: `Room ${index + 1}` },
  }));
  return { queueId, name: { zh, en }, area: { zh: areaZh, en: areaEn }, desks: all };
}

/** The triage desk of the same area. */
export function triage(more: Partial<DeskView>): DeskView {
  return desk({
    deskId: 'D-card-triage',
    kind: 'triage',
    room: { zh: '分诊台', en: 'Triage desk' },
    staff: { name: { zh: '苏敏', en: 'Su Min' }, title: null },
    person: { staffId: '2001', role: 'nurse', name: { zh: '苏敏', en: 'Su Min' }, title: null },
    serving: null,
    servings: [],
    queueList: [
      queue('cardiology', { zh: '心血管内科', en: 'Cardiology' }, 4),
      queue('ecg', { zh: '心电图', en: 'ECG' }, 1),
      { ...queue('holter', { zh: '动态血压', en: 'Ambulatory pressure' }, 0), mirrored: true },
    ],
    waiting: waiting.map((one) => (one.label === 'A019' ? { ...one, queueId: 'ecg' } : one)),
    may: [
      ...['insert-emergency', 'add', 'move', 'set-class', 'assign', 'call-in', 'hold', 'resume', 'transfer', 'return'],
      ...['undo-check-in', 'drop', 'stop-clinic', 'open-clinic', 'broadcast', 'end-broadcast', 'panic', 'end-panic'],
    ] as DeskView['may'],
    broadcasts: [
      {
        id: 'b1',
        text: { zh: '陈医生会诊去了，请稍等。', en: 'Dr Chen is at a consultation; please wait.' },
        until: secondsAhead(1500),
      },
    ],
    ...more,
  });
}
