import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import { openFront, type Piece } from '../pieces.ts';
import { box } from '../plane.ts';
import { counter, laboratory, room, staff } from '../rooms.ts';
import { hall, wing } from '../shell.ts';
import { strip } from '../strip.ts';

/* Halls with counters that give numbers of their own: medicine and blood. */

export function pharmacy(): readonly Piece[] {
  const windows = [
    counter({ room: 'phar-1', zh: '1 号窗口', en: 'Window 1' }),
    counter({ room: 'phar-2', zh: '2 号窗口', en: 'Window 2' }),
    counter({ zh: '用药咨询窗', en: "Pharmacist's advice" }),
  ];
  return [
    ...wing('C', {
      outer: [
        room('中药房', 'Chinese medicine pharmacy'),
        room('中药煎药室', 'Decoction'),
        room('便利店', 'Shop', { category: 'room', door: openFront(2) }),
        room('病历服务处', 'Medical record service'),
        room('患者接待室', 'Patient relations'),
        room('社工办公室', 'Social workers', { category: 'office' }),
      ],
    }),
    ...strip({ key: 'pharmacy', within: box(77, 11, 80.5, 22), doors: 'west', rooms: windows }),
    ...strip({
      key: 'pharmacy-south',
      within: box(80.5, 11, 97.6, 16.5),
      doors: 'south',
      rooms: [staff('调剂室', 'Dispensary', { weight: 2 }), staff('药师办公室', "Pharmacists' office")],
    }),
    ...strip({
      key: 'pharmacy-north',
      within: box(80.5, 16.5, 97.6, 22),
      doors: 'north',
      rooms: [
        staff('药品库', 'Medicine store', { category: 'storage', weight: 2 }),
        staff('静配中心', 'Infusion preparation'),
      ],
    }),
    ...hall('C', { name: { zh: '门诊药房', en: 'Outpatient pharmacy' }, area: 'pharmacy-1f', walkThrough: true }),
    screen({
      id: 'S-phar',
      name: { zh: '药房叫号屏', en: 'Pharmacy screen' },
      at: [77, 14.67],
      heading: 90,
      distance: 3,
    }),
    department({ zh: '取药', en: 'Pharmacy', category: 'pharmacy', unit: 'phar-1', codes: ['PHAR'], hours: '24/7' }),
    department({
      zh: '便利店',
      en: 'Convenience store',
      category: 'conveniencestore',
      unit: 'c-outer-3',
      hours: 'Mo-Su 07:00-21:00',
    }),
  ];
}

export function laboratories(): readonly Piece[] {
  const windows = [
    counter({ room: 'labo-1', zh: '采血 1 号窗', en: 'Blood draw 1' }),
    counter({ room: 'labo-2', zh: '采血 2 号窗', en: 'Blood draw 2' }),
    counter({ zh: '标本接收窗', en: 'Samples' }),
  ];
  return [
    ...wing('D', {
      outer: [
        room('报告领取处', 'Collect reports'),
        room('采血后休息室', 'Rest after blood draw', { category: 'lounge' }),
        room('留样卫生间', 'Sample toilet', { category: 'restroom.unisex.wheelchair', accessibility: ['wheelchair'] }),
      ],
    }),
    ...strip({ key: 'laboratory', within: box(77, 26, 80.5, 37), doors: 'west', rooms: windows }),
    ...strip({
      key: 'laboratory-south',
      within: box(80.5, 26, 97.6, 31.5),
      doors: 'south',
      rooms: [
        laboratory('生化室', 'Biochemistry', { weight: 1.4 }),
        laboratory('临检室', 'Clinical tests'),
        laboratory('免疫室', 'Immunology'),
      ],
    }),
    ...strip({
      key: 'laboratory-north',
      within: box(80.5, 31.5, 97.6, 37),
      doors: 'north',
      rooms: [
        laboratory('血液室', 'Haematology laboratory'),
        laboratory('微生物室', 'Microbiology'),
        staff('检验科办公室', 'Laboratory office'),
      ],
    }),
    ...hall('D', { name: { zh: '检验科采血处', en: 'Blood draw' }, area: 'laboratory-1f', walkThrough: true }),
    screen({
      id: 'S-labo',
      name: { zh: '采血叫号屏', en: 'Blood draw screen' },
      at: [77, 29.67],
      heading: 90,
      distance: 3,
    }),
    department({
      zh: '采血',
      en: 'Blood draw',
      category: 'laboratorytesting',
      unit: 'labo-1',
      codes: ['BLOD'],
      hours: 'Mo-Su 07:00-17:00',
    }),
  ];
}
