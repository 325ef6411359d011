import { amenity } from '../comforts.ts';
import { department } from '../departments.ts';
import { screen, terminal } from '../devices.ts';
import { unit, type Piece, type Place } from '../pieces.ts';
import { box, corners } from '../plane.ts';
import { counter } from '../rooms.ts';
import { escalatorRings } from '../shell.ts';
import { strip } from '../strip.ts';

/** Round the counters of the service centre and the foot of the escalators. */
const lobbyRing: readonly Place[] = [
  [33, 3],
  [38, 0],
  [62, 0],
  [67, 3],
  [67, 32],
  [33, 32],
  [33, 21],
  [42, 21],
  [42, 11],
  [33, 11],
];

export function lobby(): readonly Piece[] {
  const name = { zh: '门诊大厅', en: 'Outpatient lobby' };
  return [
    unit({ key: 'lobby', category: 'lobby', name, outer: lobbyRing, holes: escalatorRings(0), displayPoint: [50, 9] }),
    {
      piece: 'fixture',
      key: 'pine',
      category: 'vegetation',
      name: { zh: '迎客松', en: 'Welcoming pine' },
      outer: corners(box(48.8, 14.5, 51.2, 16)),
    },
    {
      piece: 'fixture',
      key: 'information-desk',
      category: 'desk',
      name: null,
      outer: corners(box(48.4, 7.2, 51.6, 8)),
    },
    { piece: 'fixture', key: 'piano', category: 'furniture', name: null, outer: corners(box(45.2, 26.8, 46.8, 28)) },
    amenity({
      key: 'information',
      category: 'information',
      at: [50, 6.8],
      name: { zh: '导医台', en: 'Information desk' },
      accessible: true,
    }),
    amenity({
      key: 'wheelchairs',
      category: 'wheelchairassist',
      at: [61.5, 1.6],
      name: { zh: '轮椅租借处', en: 'Wheelchair loan' },
      accessible: true,
    }),
    amenity({
      key: 'atm',
      category: 'atm',
      at: [65.8, 6],
      name: { zh: '自动取款机', en: 'Cash machine' },
      accessible: true,
    }),
    amenity({ key: 'seats-lobby', category: 'seating', at: [53, 20], name: { zh: '大厅座椅', en: 'Lobby seats' } }),
    amenity({
      key: 'aed-entrance',
      category: 'defibrillator',
      at: [42.6, 0.6],
      name: { zh: '大门除颤器', en: 'Defibrillator at the entrance' },
    }),
    terminal({ id: 'K01', name: { zh: '一楼大厅 1 号机', en: 'Lobby terminal 1' }, at: [35.72, 1.84], heading: 211 }),
    screen({ id: 'S-lobby', name: { zh: '大厅导引屏', en: 'Lobby screen' }, at: [36.6, 32], heading: 0, distance: 5 }),
  ];
}

/** 门诊一站式服务中心: counters along the west of the lobby and the ground before them. */
export function services(): readonly Piece[] {
  const name = { zh: '综合服务窗口', en: 'Service windows' };
  return [
    unit({
      key: 'service-hall',
      category: 'lobby',
      name,
      outer: corners(box(36, 11, 42, 21)),
      hospital: { area: 'service-1f' },
    }),
    ...strip({
      key: 'service',
      within: box(33, 11, 36, 21),
      doors: 'east',
      rooms: [
        counter({ room: 'serv-1', zh: '综合服务 1 号窗', en: 'Service window 1', width: 1.2 }),
        counter({ zh: '医保服务窗', en: 'Insurance window', width: 1.2 }),
        counter({ zh: '证明盖章窗', en: 'Certificates window', width: 1.2 }),
        counter({ zh: '预约改签窗', en: 'Bookings window', width: 1.2 }),
      ],
    }),
    screen({
      id: 'S-serv',
      name: { zh: '综合服务叫号屏', en: 'Service screen' },
      at: [36, 13.5],
      heading: 270,
      distance: 3,
    }),
    department({ zh: '综合服务', en: 'Service', category: 'hospital', unit: 'serv-1', codes: ['SERV'] }),
    department({
      zh: '门诊一站式服务中心',
      en: 'Outpatient service centre',
      category: 'hospital',
      unit: 'service-hall',
    }),
  ];
}
