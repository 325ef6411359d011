import type { Board, BoardClinic, BoardRoom, RoomState } from '@lobby/hub/contract';
import { at, board, call, label, room, waiting, type InventedBoard } from './invented-board.ts';

const doors = { 'door-21': 'door-21', 'door-10': 'door-10' } as const;
const fortyCharacters = '特需门诊心脏康复与高血压联合诊疗中心（国际部）第十二诊室暨远程会诊示教诊室（东）区';
const longRoom = {
  zh: fortyCharacters,
  en: 'Special needs cardiac rehabilitation and hypertension joint clinic, room 12',
};

function door(state: RoomState, more: Partial<BoardRoom> = {}, called = false): InventedBoard {
  const one = room(3, 'A012', { state, ...more });
  const calls = called ? [call(12, 3)] : [];
  return {
    board: board({ kind: 'door', calls, rooms: [one], missed: [] }),
    turn: called ? 'newest' : 'none',
    panel: doors['door-21'],
  };
}

const resting = { serving: null, servingWho: '', servingSince: null };

const windows = (count: number): BoardRoom[] =>
  Array.from({ length: count }, (_, index) => {
    const name = { zh: `${index + 1} 号窗`, en: `Window ${index + 1}` };
    return room(index + 1, null, { room: { id: `w-${index + 1}`, name }, practitioner: null });
  });

function atWindow(number: number, window: number, who?: string): Board['calls'][number] {
  const name = { zh: `${window} 号窗`, en: `Window ${window}` };
  return call(number, window, { room: { id: `w-${window}`, name }, ...(who !== undefined && { who }) });
}

function service(more: Partial<Board>, name: { readonly zh: string; readonly en: string }): Board {
  const waits = waiting(13).map((one, index) => ({ ...one, label: label(27 + index) }));
  return board({ kind: 'service', area: name, level: 1, missed: [], waiting: waits, ...more });
}

const pharmacy = { zh: '门诊药房', en: 'Outpatient pharmacy' };
const laboratory = { zh: '检验科采血处', en: 'Blood collection' };

const clinicNames: readonly (readonly [zh: string, en: string, level: number])[] = [
  ['急诊内科', 'Emergency Medicine', 1],
  ['急诊外科', 'Emergency Surgery', 1],
  ['发热门诊', 'Fever Clinic', 1],
  ['儿内科', 'General Paediatrics', 1],
  ['小儿外科', 'Paediatric Surgery', 1],
  ['儿童保健科', 'Child Health', 1],
  ['呼吸与危重症医学科', 'Respiratory Medicine', 2],
  ['消化内科', 'Gastroenterology', 2],
  ['内分泌科', 'Endocrinology', 2],
  ['老年医学科', 'Geriatric Medicine', 2],
  ['普通外科', 'General Surgery', 2],
  ['泌尿外科', 'Urology', 2],
  ['胸外科', 'Thoracic Surgery', 2],
  ['骨科', 'Orthopaedics', 2],
  ['中医科', 'Traditional Chinese Medicine', 2],
  ['心血管内科', 'Cardiology', 3],
  ['神经内科', 'Neurology', 3],
  ['风湿免疫科', 'Rheumatology and Immunology', 3],
];

function clinic([zh, en, level]: (typeof clinicNames)[number], index: number): BoardClinic {
  const serving = Array.from({ length: index % 3 }, (_, place) => ({
    label: label(3 + index + place),
    room: { zh: `${level}0${place + 1} 诊室`, en: `Room ${level}0${place + 1}` },
    calledAt: new Date(Date.parse(at) - (index === 1 ? 20_000 : 400_000)).toISOString(),
  }));
  const waits = (index * 7) % 23;
  return {
    queueId: `q${index}`,
    name: { zh, en },
    area: { zh, en },
    level,
    serving,
    waiting: waits,
    expected: waits === 0 ? null : { fromMinutes: waits * 3, toMinutes: waits * 5 },
    state: index === 3 ? 'paused' : index === 6 ? 'stopped' : 'open',
  };
}

const offToday = [
  {
    name: { zh: '周敏华', en: 'Zhou Minhua' },
    title: { zh: '主任医师', en: 'Chief physician' },
    clinic: { zh: '神经内科', en: 'Neurology' },
  },
  { name: { zh: '郭思远', en: 'Guo Siyuan' }, title: null, clinic: { zh: '骨科', en: 'Orthopaedics' } },
];

const hands = {
  kind: 'text',
  title: { zh: '咳嗽、打喷嚏，用纸巾或手肘遮住口鼻', en: 'Cover your mouth and nose when you cough or sneeze' },
  text: {
    zh: '用过的纸巾请丢进有盖的垃圾桶，然后洗手。需要口罩，请向护士要。',
    en: 'Drop used tissues into a covered bin and wash your hands. Ask a nurse if you need a mask.',
  },
  seconds: 15,
} as const;

const stopped: Partial<BoardRoom> = { ...resting, state: 'stopped', stateReason: null, prepare: [], waiting: 0 };
const paused = { state: 'paused', stateReason: { zh: '医生会诊', en: 'consultation' } } as const;
const notice = {
  id: 'n1',
  text: {
    zh: '因设备检修，今天下午心电图请到二楼 215 室。',
    en: 'This afternoon ECGs are taken in room 215, second floor.',
  },
  until: '2026-11-23T09:00:00.000Z',
};

/** Screens of the other kinds, and what all kinds have in common. */
export const inventedKinds = {
  'door-called': door('open', {}, true),
  'door-serving': door('open'),
  'door-waiting': door('open', resting),
  'door-paused': door('paused', { ...resting, stateReason: { zh: '医生会诊', en: 'consultation' } }),
  'door-stopped': door('stopped', stopped),
  'door-long-name': door('open', { room: { id: 'card-3', name: longRoom } }),
  'door-small': { ...door('open'), panel: doors['door-10'] },
  'door-ticket-only': door('open', { servingWho: '' }),
  'pharmacy-called': {
    board: service(
      {
        calls: [atWindow(21, 3), atWindow(19, 1), atWindow(18, 2), atWindow(17, 3)],
        rooms: windows(4),
        waitingCount: 13,
      },
      pharmacy,
    ),
    turn: 'newest',
    service: 'pharmacy',
  },
  'pharmacy-resting': {
    board: service({ calls: [atWindow(21, 3), atWindow(19, 1)], rooms: windows(3), waitingCount: 13 }, pharmacy),
    turn: 'none',
    service: 'pharmacy',
  },
  'laboratory-six-windows': {
    board: service(
      { calls: [6, 5, 4, 3, 2].map((one) => atWindow(20 + one, one, '')), rooms: windows(6), waitingCount: 13 },
      laboratory,
    ),
    turn: 'newest',
    service: 'laboratory',
  },
  'laboratory-quiet': {
    board: service({ calls: [], rooms: windows(4), waiting: [], waitingCount: 0 }, laboratory),
    turn: 'none',
    service: 'laboratory',
    entry: hands,
  },
  lobby: {
    board: board({
      kind: 'lobby',
      area: { zh: '门诊候诊一览', en: 'Outpatient clinics today' },
      clinics: clinicNames.map(clinic),
      doctorsOff: offToday,
      rooms: [],
      waiting: [],
    }),
    turn: 'none',
    panel: 'wall-75',
  },
  'between-calls': {
    board: board({ calls: [call(12, 3), call(11, 2)], rooms: [room(1, 'A009'), room(2, 'A011'), room(3, 'A012')] }),
    turn: 'none',
    entry: hands,
  },
  'doctors-off': { board: board({ doctorsOff: offToday }), turn: 'none', entry: { kind: 'doctors-off', seconds: 10 } },
  notice: {
    board: board({
      calls: [call(12, 3)],
      rooms: [room(1, 'A009'), room(2, 'A011', paused), room(3, 'A012', stopped)],
      notices: [notice],
    }),
    turn: 'newest',
  },
  'crowd-of-twenty': {
    board: board({
      calls: Array.from({ length: 20 }, (_, index) => call(40 - index, (index % 8) + 1)),
      rooms: [room(1, null)],
    }),
    turn: 'all',
  },
  'lobby-lost': {
    board: board({
      kind: 'lobby',
      area: { zh: '门诊候诊一览', en: 'Outpatient clinics today' },
      clinics: clinicNames.slice(0, 9).map(clinic),
      rooms: [],
      waiting: [],
    }),
    turn: 'none',
    panel: 'wall-75',
    isLost: true,
    silent: 75,
  },
} as const satisfies Record<string, InventedBoard>;
