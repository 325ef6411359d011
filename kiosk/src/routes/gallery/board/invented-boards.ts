import type { Board, BoardCall, BoardRoom } from '@lobby/hub/contract';

/** One situation of a waiting-area screen, invented. */
export interface InventedBoard {
  readonly board: Board;
  /** Calls whose turn it is; none: the newest call rests on the screen. */
  readonly turn: 'newest' | 'all' | 'none';
  readonly isLost?: boolean;
  readonly isMuted?: boolean;
  /** Seconds since the hub was heard. */
  readonly silent?: number;
}

export const at = '2026-11-23T00:57:12.000Z';

const people = ['张*明', '陈*', '欧阳*', '王*立', '䶮*', '李*', '迪力夏提·****', '周*', '吴*芳', '赵*', '孙*', '钱*宇'];
const doctors = [
  { zh: '王立', en: 'Wang Li', titleZh: '主任医师', titleEn: 'Chief physician' },
  { zh: '陈欣', en: 'Chen Xin', titleZh: '副主任医师', titleEn: 'Associate chief physician' },
  { zh: '李文', en: 'Li Wen', titleZh: '主治医师', titleEn: 'Attending physician' },
];
const longName = 'Muhammad-Abdurrahman A*** al-Khwarizmi-B';

function label(number: number): string {
  return `A${String(number).padStart(3, '0')}`;
}

function call(number: number, room: number, more: Partial<BoardCall> = {}): BoardCall {
  return {
    callId: `call-${number}`,
    ticketId: `ticket-${number}`,
    queueId: 'cardiology',
    label: label(number),
    who: people[number % people.length] ?? '',
    room: { id: `card-${room}`, name: { zh: `${room} 诊室`, en: `Room ${room}` } },
    calledAt: new Date(Date.parse(at) - (13 - number) * 97_000).toISOString(),
    times: 1,
    seconds: 8,
    speech: [],
    ...more,
  };
}

function room(number: number, serving: string | null, more: Partial<BoardRoom> = {}): BoardRoom {
  const doctor = doctors[(number - 1) % doctors.length];
  return {
    room: { id: `card-${number}`, name: { zh: `${number} 诊室`, en: `Room ${number}` } },
    queue: { zh: '心血管内科', en: 'Cardiology' },
    practitioner: doctor ? { zh: doctor.zh, en: doctor.en } : null,
    practitionerTitle: doctor ? { zh: doctor.titleZh, en: doctor.titleEn } : null,
    state: 'open',
    stateReason: null,
    serving,
    servingWho: serving === null ? '' : (people[number] ?? ''),
    servingSince: serving === null ? null : at,
    waiting: (number * 5) % 7,
    prepare: [label(12 + number * 2), label(13 + number * 2)],
    ...more,
  };
}

function waiting(count: number): Board['waiting'] {
  return Array.from({ length: Math.min(count, 24) }, (_, index) => ({
    label: label(14 + index),
    who: people[(index * 5 + 3) % people.length] ?? '',
    queue: { zh: '心血管内科', en: 'Cardiology' },
  }));
}

function board(more: Partial<Board>): Board {
  return {
    kind: 'area',
    areaId: 'cardiology-3f',
    hospital: { zh: '绍城医院', en: 'Shaocheng Hospital' },
    area: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
    level: 3,
    sequence: 1,
    at,
    calls: [],
    rooms: [1, 2, 3].map((number) => room(number, null)),
    waiting: waiting(13),
    waitingCount: 13,
    missed: [],
    clinics: [],
    doctorsOff: [],
    notices: [],
    settings: 'v1',
    ...more,
  };
}

const threeRooms = [room(1, 'A009'), room(2, 'A011'), room(3, 'A012')];
const threeCalls = [call(12, 3), call(11, 2), call(9, 1)];
const eightRooms = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => room(number, label(number + 4)));
const eightCalls = [8, 7, 6, 5, 4, 3, 2, 1].map((number) => call(number + 4, number));
const usual = board({ calls: threeCalls, rooms: threeRooms, missed: ['A003', 'A006'] });

export const inventedBoards = {
  usual: { board: usual, turn: 'newest' },
  resting: { board: usual, turn: 'none' },
  recall: { board: { ...usual, calls: [call(12, 3, { times: 2 }), ...threeCalls.slice(1)] }, turn: 'newest' },
  'nobody-called': { board: board({}), turn: 'none' },
  'nobody-waits': {
    board: board({
      waiting: [],
      waitingCount: 0,
      rooms: [1, 2, 3].map((number) => room(number, null, { waiting: 0, prepare: [] })),
    }),
    turn: 'none',
  },
  'one-room': { board: board({ calls: [call(12, 1)], rooms: [room(1, 'A012')] }), turn: 'newest' },
  'eight-rooms': {
    board: board({ calls: eightCalls, rooms: eightRooms, missed: ['A003', 'A006'], waitingCount: 41 }),
    turn: 'newest',
  },
  crowd: { board: board({ calls: eightCalls.slice(0, 6), rooms: eightRooms.slice(0, 6) }), turn: 'all' },
  'crowd-of-eight': { board: board({ calls: eightCalls, rooms: eightRooms, missed: ['A003'] }), turn: 'all' },
  'long-names': {
    board: board({
      area: {
        zh: '心血管内科及心脏外科联合门诊候诊区',
        en: 'Cardiology and cardiac surgery joint clinic waiting area',
      },
      calls: [
        call(12, 3, {
          who: longName,
          room: {
            id: 'x',
            name: { zh: '特需门诊心脏康复 12 诊室', en: 'Special needs cardiac rehabilitation room 12' },
          },
        }),
        call(11, 2, { who: longName }),
      ],
      rooms: [
        room(1, 'AB109', { room: { id: 'x', name: { zh: '特需门诊心脏康复 12 诊室', en: 'Special room 12' } } }),
        room(2, 'A011', { practitioner: { zh: longName, en: longName } }),
        room(3, null),
      ],
      waiting: waiting(9).map((one) => ({ ...one, who: longName })),
      missed: Array.from({ length: 20 }, (_, index) => label(index + 50)),
    }),
    turn: 'newest',
  },
  'ticket-only': {
    board: {
      ...usual,
      calls: threeCalls.map((one) => ({ ...one, who: '' })),
      waiting: usual.waiting.map((one) => ({ ...one, who: '' })),
    },
    turn: 'newest',
  },
  'rare-names': {
    board: {
      ...usual,
      calls: threeCalls.map((one, index) => ({ ...one, who: ['䶮*㛃', '𠅤*鿍', '𫖯*'][index] ?? '' })),
      waiting: usual.waiting.slice(0, 3).map((one, index) => ({ ...one, who: ['鿍*', '㛃*𫖯', '䶮*𠅤'][index] ?? '' })),
    },
    turn: 'newest',
  },
  lost: { board: usual, turn: 'none', isLost: true, silent: 21 },
  outdated: { board: usual, turn: 'none', silent: 75 },
  muted: { board: usual, turn: 'newest', isMuted: true },
} as const satisfies Record<string, InventedBoard>;

export type Situation = keyof typeof inventedBoards;
