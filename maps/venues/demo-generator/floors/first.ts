import { amenity, comforts, nursesDesk } from '../comforts.ts';
import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import type { Floor } from '../floor.ts';
import { guideLines } from '../guide-lines.ts';
import { landmark, pictures } from '../landmarks.ts';
import { outside } from '../outside.ts';
import { openFront, opening, type Piece } from '../pieces.ts';
import { backRooms, bedRoom, counter, numbered, plant, room, staff } from '../rooms.ts';
import { core, corridors, hall, wing } from '../shell.ts';
import { between, tower, visitorToilet } from '../tower.ts';
import { imaging } from './first-imaging.ts';
import { lobby, services } from './first-lobby.ts';
import { laboratories, pharmacy } from './first-services.ts';

/** The lobby with its services, emergency, children, medicine, blood, pictures of the body; admission in the tower. */
export const first: Floor = {
  ordinal: 0,
  sign: '1',
  name: { zh: '一楼', en: 'Floor 1' },
  storeyHeight: 5.4,
  pieces: [
    ...lobby(),
    ...outside(),
    ...corridors(),
    ...core(0, staffRooms()),
    ...services(),
    ...emergency(),
    ...children(),
    ...pharmacy(),
    ...laboratories(),
    ...imaging(),
    ...admission(),
    between({ zh: '风雨连廊', en: 'Covered walk' }, 'walkway'),
    ...comforts(),
    ...guideLines(),
    ...pictures({
      'gallery-a': ['院史墙', 'Wall of our history'],
      'gallery-street-west': ['青瓷花瓶', 'Celadon vase'],
      'gallery-c': ['药王像', 'Statue of the King of Medicine'],
      'gallery-street-east': ['铜壶滴漏', 'Bronze water clock'],
      'link-west': ['运河图', 'Canal picture'],
      'link-east': ['西湖图', 'West Lake picture'],
      'end-a': ['急诊红十字灯', 'Red cross lamp'],
      'end-street-west': ['爬山虎墙', 'Ivy wall'],
      'end-b': ['长颈鹿量身墙', 'Giraffe height chart'],
      'end-c': ['药碾子', 'Medicine mill'],
      'end-street-east': ['盆景架', 'Bonsai shelf'],
      'end-d': ['显微镜模型', 'Microscope model'],
      'wing-e': ['人体雕塑', 'Anatomy sculpture'],
      'wing-e-turn': ['光影装置', 'Light sculpture'],
    }),
    landmark('pine', [50, 15.2], { zh: '迎客松', en: 'Welcoming pine' }, 1),
    landmark('piano', [46, 27.5], { zh: '大厅钢琴', en: 'Lobby piano' }, 0.9),
  ],
};

function emergency(): readonly Piece[] {
  const fever = {
    ...room('发热诊室', 'Fever Room', { category: 'office' }),
    key: 'emer-105',
    hospital: { room: 'emer-105', doorNumber: '105' },
  };
  const always = '24/7';
  return [
    ...wing('A', {
      outer: [
        fever,
        ...numbered('emer', 101, 104),
        counter({ zh: '急诊挂号收费处', en: 'Emergency cashier', width: 2 }),
      ],
      inner: [
        bedRoom('抢救室', 'Resuscitation', { restriction: 'restricted', weight: 2 }),
        bedRoom('清创室', 'Wound care'),
        room('急诊药房', 'Emergency pharmacy'),
      ],
      street: [
        bedRoom('急诊观察室', 'Emergency observation', { weight: 1.6 }),
        bedRoom('输液室', 'Infusion', { weight: 1.4 }),
        staff('急诊医生办公室', "Emergency doctors' office"),
        plant(),
      ],
    }),
    ...hall('A', {
      name: { zh: '急诊候诊区', en: 'Emergency waiting area' },
      area: 'emergency-1f',
      mouths: ['south', 'north'],
    }),
    amenity({
      key: 'desk-a',
      category: 'checkin.desk',
      at: [31.8, 11.8],
      name: { zh: '急诊分诊台', en: 'Emergency triage' },
      accessible: true,
    }),
    screen({
      id: 'S-emer',
      name: { zh: '急诊叫号屏', en: 'Emergency screen' },
      at: [23, 16.5],
      heading: 270,
      distance: 3,
    }),
    department({
      zh: '急诊内科',
      en: 'Emergency Medicine',
      category: 'emergencymedicine',
      unit: 'emer-101',
      codes: ['EMER'],
      hours: always,
    }),
    department({
      zh: '急诊外科',
      en: 'Emergency Surgery',
      category: 'emergencymedicine',
      unit: 'emer-103',
      codes: ['EMSU'],
      hours: always,
    }),
    department({
      zh: '发热门诊',
      en: 'Fever Clinic',
      category: 'emergencymedicine',
      unit: 'emer-105',
      codes: ['FEVR'],
      hours: always,
    }),
  ];
}

function children(): readonly Piece[] {
  const back = backRooms({ zh: '儿科', en: "Children's" });
  return [
    ...wing('B', {
      outer: numbered('paed', 111, 116),
      inner: [
        room('儿童雾化室', "Children's nebuliser"),
        back.treatment,
        room('预防接种室', 'Vaccination'),
        room('儿童测评室', 'Development tests'),
      ],
      street: [
        room('儿童游戏角', 'Playroom', { category: 'recreation', door: openFront(3) }),
        bedRoom('儿科输液室', "Children's infusion", { weight: 1.4 }),
        back.office,
        plant(),
      ],
    }),
    ...hall('B', { name: { zh: '儿科候诊区', en: "Children's waiting area" }, area: 'paediatrics-1f' }),
    nursesDesk('b', { zh: '儿科分诊台', en: "Children's triage" }),
    screen({
      id: 'S-paed',
      name: { zh: '儿科叫号屏', en: "Children's screen" },
      at: [23, 31.5],
      heading: 270,
      distance: 3,
    }),
    department({ zh: '儿内科', en: 'General Paediatrics', category: 'pediatrics', unit: 'paed-111', codes: ['PEDI'] }),
    department({ zh: '小儿外科', en: 'Paediatric Surgery', category: 'pediatrics', unit: 'paed-113', codes: ['PEDS'] }),
    department({ zh: '儿童保健科', en: 'Child Health', category: 'pediatrics', unit: 'paed-115', codes: ['CHLD'] }),
  ];
}

/** Floor 1 of the inpatient tower. */
function admission(): readonly Piece[] {
  const entrance = { category: 'pedestrian.principal', type: 'sliding', material: 'glass', automatic: true } as const;
  return [
    ...tower({
      south: [
        room('出入院办理处', 'Admission and discharge', { weight: 1.6, door: openFront(3) }),
        room('住院收费处', 'Inpatient cashier', { door: openFront(2) }),
        room('住院药房', 'Inpatient pharmacy'),
        room('陪护服务中心', 'Carers'),
        room('营养食堂', 'Diet canteen', { category: 'foodservice', weight: 1.6 }),
        room('住院楼便利店', 'Shop, inpatient building'),
        staff('安保值班室', 'Security'),
      ],
      north: [
        room('入院准备中心', 'Admission centre', { weight: 1.4 }),
        room('探视登记处', 'Visitors'),
        staff('被服间', 'Linen', { category: 'storage' }),
        staff('住院楼中控室', 'Building control'),
        plant(0.6),
      ],
      end: visitorToilet,
    }),
    opening(
      'tower-entrance',
      [
        [-70, 22.9],
        [-70, 25.1],
      ],
      { ...entrance, name: { zh: '住院楼大门', en: 'Inpatient entrance' } },
    ),
    department({ zh: '出入院办理处', en: 'Admission office', category: 'hospital', unit: 't-south-1' }),
  ];
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('一楼医生休息室', "Doctors' lounge, floor 1", { category: 'privatelounge' }),
    staff('总值班室', 'Duty manager', { weight: 1.2 }),
    staff('一楼护士更衣室', "Nurses' changing room, floor 1"),
    staff('志愿者办公室', 'Volunteers'),
    staff('消防控制室', 'Fire control'),
    staff('一楼污洗间', 'Dirty utility, floor 1', { category: 'storage' }),
    plant(0.6),
  ];
}
