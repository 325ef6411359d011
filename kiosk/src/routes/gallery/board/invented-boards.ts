import { board, call, label, longName, room, waiting, type InventedBoard } from './invented-board.ts';
import { inventedKinds } from './invented-kinds.ts';

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
  ...inventedKinds,
} as const satisfies Record<string, InventedBoard>;

export type Situation = keyof typeof inventedBoards;
