import type { PlaylistEntry } from '@lobby/display/calls/playlist.ts';
import type { Board, BoardCall, BoardRoom, ScreenSettings } from '@lobby/hub/contract';

/** One situation of a waiting-area screen, invented. */
export interface InventedBoard {
  readonly board: Board;
  /** Calls whose turn it is; none: the newest call rests on the screen. */
  readonly turn: 'newest' | 'all' | 'none';
  readonly isLost?: boolean;
  readonly isMuted?: boolean;
  /** Seconds since the hub was heard. */
  readonly silent?: number;
  /** What is shown while nobody is called. */
  readonly entry?: PlaylistEntry;
  /** A shipped panel; wall-55 unless given. */
  readonly panel?: string;
  readonly service?: ScreenSettings['service'];
}

export const at = '2026-11-23T00:57:12.000Z';

const people = ['张*明', '陈*', '欧阳*', '王*立', '䶮*', '李*', '迪力夏提·****', '周*', '吴*芳', '赵*', '孙*', '钱*宇'];
const doctors = [
  { zh: '王立', en: 'Wang Li', titleZh: '主任医师', titleEn: 'Chief physician' },
  { zh: '陈欣', en: 'Chen Xin', titleZh: '副主任医师', titleEn: 'Associate chief physician' },
  { zh: '李文', en: 'Li Wen', titleZh: '主治医师', titleEn: 'Attending physician' },
];
export const longName = 'Muhammad-Abdurrahman A*** al-Khwarizmi-B';

export function label(number: number): string {
  return `A${String(number).padStart(3, '0')}`;
}

export function call(number: number, room: number, more: Partial<BoardCall> = {}): BoardCall {
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

export function room(number: number, serving: string | null, more: Partial<BoardRoom> = {}): BoardRoom {
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

export function waiting(count: number): Board['waiting'] {
  return Array.from({ length: Math.min(count, 24) }, (_, index) => ({
    label: label(14 + index),
    who: people[(index * 5 + 3) % people.length] ?? '',
    queue: { zh: '心血管内科', en: 'Cardiology' },
  }));
}

export function board(more: Partial<Board>): Board {
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
