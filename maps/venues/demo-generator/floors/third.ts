import { amenity, comforts, nursesDesk } from '../comforts.ts';
import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import { eastWing } from '../east-wing.ts';
import type { Floor } from '../floor.ts';
import { landmark, pictures } from '../landmarks.ts';
import type { Piece } from '../pieces.ts';
import { backRooms, bedRoom, consulting, counter, numbered, plant, room, staff } from '../rooms.ts';
import { core, corridors, galleryAbout, hall, wing } from '../shell.ts';
import { between, ward } from '../tower.ts';

/** Heart, nerves, kidneys; tests of function; dialysis in the east wing; the bridge to the inpatient tower. */
export const third: Floor = {
  ordinal: 2,
  sign: '3',
  name: { zh: '三楼', en: 'Floor 3' },
  storeyHeight: 4.5,
  pieces: [
    ...galleryAbout(2),
    ...corridors(),
    ...core(2, staffRooms()),
    ...cardiology(),
    ...neurology(),
    ...nephrology(),
    ...functionTests(),
    ...dialysis(),
    ...ward({ zh: '心内科病区', en: 'Cardiology ward' }),
    between({ zh: '连廊天桥', en: 'Footbridge' }, 'footbridge'),
    ...comforts(),
    ...pictures({
      'gallery-a': ['仙鹤图', 'Crane picture'],
      'gallery-street-west': ['梅花鹿图', 'Deer picture'],
      'gallery-c': ['锦鲤图', 'Koi picture'],
      'gallery-street-east': ['喜鹊图', 'Magpie picture'],
      'link-west': ['骏马图', 'Horse picture'],
      'link-east': ['孔雀图', 'Peacock picture'],
      'end-a': ['熊猫图', 'Panda picture'],
      'end-street-west': ['飞雁图', 'Wild geese picture'],
      'end-b': ['白兔图', 'Rabbit picture'],
      'end-c': ['金猴图', 'Monkey picture'],
      'end-street-east': ['雄鹰图', 'Eagle picture'],
      'end-d': ['蝴蝶图', 'Butterfly picture'],
      'wing-e': ['蓝鲸图', 'Whale picture'],
      'wing-e-turn': ['燕子图', 'Swallow picture'],
    }),
    landmark('heart', [50, 3], { zh: '红心雕塑', en: 'Heart sculpture' }, 1),
  ],
};

function cardiology(): readonly Piece[] {
  const back = backRooms({ zh: '心内科', en: 'Cardiology' });
  const triage = counter({ room: 'card-triage', zh: '心内科分诊台', en: 'Cardiology triage', width: 2 });
  return [
    ...wing('A', {
      outer: [
        ...cardiologyRooms(),
        room('高血压门诊', 'Hypertension clinic', { category: 'office' }),
        room('起搏器随访室', 'Pacemaker follow-up'),
        room('动态心电图室', 'Holter monitoring'),
      ],
      inner: [
        back.treatment,
        room('心脏康复室', 'Cardiac rehabilitation', { weight: 1.4 }),
        back.office,
        { ...triage, weight: 0.8 },
      ],
      street: [
        room('抗凝门诊', 'Anticoagulation clinic', { category: 'office' }),
        room('健康教育室', 'Health education'),
        back.teaching,
        back.store,
        plant(),
      ],
    }),
    ...hall('A', { name: { zh: '心内科候诊区', en: 'Cardiology waiting area' }, area: 'cardiology-3f' }),
    screen({
      id: 'S-card',
      name: { zh: '心内科叫号屏', en: 'Cardiology screen' },
      at: [23, 17],
      heading: 270,
      distance: 3,
    }),
    doorScreen('card-1', 8.25),
    doorScreen('card-2', 12.75),
    doorScreen('card-3', 17.25),
    department({ zh: '心血管内科', en: 'Cardiology', category: 'cardiology', unit: 'card-1', codes: ['CARD'] }),
  ];
}

function cardiologyRooms(): ReturnType<typeof consulting>[] {
  return [1, 2, 3].map((number) =>
    consulting({ room: `card-${number}`, zh: `${number} 诊室`, en: `Room ${number}`, door: `3-1${number}` }),
  );
}

/** Beside the door, on the corridor's wall. */
function doorScreen(room: string, doorAt: number): Piece {
  const number = room.slice(-1);
  const name = { zh: `${number} 诊室门口屏`, en: `Screen at room ${number}` };
  return screen({ id: `S-${room}`, name, at: [doorAt + 1.1, 8], heading: 180, distance: 1.2 });
}

function neurology(): readonly Piece[] {
  const back = backRooms({ zh: '神经科', en: 'Neurology' });
  return [
    ...wing('B', {
      outer: numbered('neur', 301, 306),
      inner: [
        room('脑电图室', 'EEG'),
        room('肌电图室', 'EMG'),
        back.treatment,
        room('心理测评室', 'Psychological tests'),
      ],
      street: [
        room('心理咨询室', 'Counselling', { category: 'office' }),
        room('记忆门诊', 'Memory clinic', { category: 'office' }),
        back.office,
        back.store,
        plant(),
      ],
    }),
    ...hall('B', { name: { zh: '神经科候诊区', en: 'Neurology waiting area' }, area: 'neurology-3f' }),
    nursesDesk('b', { zh: '神经科分诊台', en: 'Neurology triage' }),
    screen({
      id: 'S-neur',
      name: { zh: '神经科叫号屏', en: 'Neurology screen' },
      at: [23, 31.5],
      heading: 270,
      distance: 3,
    }),
    department({ zh: '神经内科', en: 'Neurology', category: 'internalmedicine', unit: 'neur-301', codes: ['NEUR'] }),
    department({ zh: '神经外科', en: 'Neurosurgery', category: 'surgeon', unit: 'neur-303', codes: ['NSUR'] }),
    department({ zh: '心理科', en: 'Clinical Psychology', category: 'psychiatry', unit: 'neur-305', codes: ['PSYC'] }),
  ];
}

function nephrology(): readonly Piece[] {
  const back = backRooms({ zh: '肾内科', en: 'Nephrology' });
  const name = { zh: '肾内风湿血液候诊区', en: 'Nephrology, rheumatology and haematology waiting area' };
  return [
    ...wing('C', {
      outer: numbered('neph', 311, 316),
      inner: [
        back.treatment,
        room('腹膜透析室', 'Peritoneal dialysis'),
        room('生物制剂注射室', 'Biologics injection'),
        room('骨髓穿刺室', 'Bone marrow puncture'),
      ],
      street: [room('肾病教育室', 'Kidney teaching'), back.office, back.teaching, back.store, plant()],
    }),
    ...hall('C', { name, area: 'nephrology-3f' }),
    nursesDesk('c', { zh: '肾内风湿血液分诊台', en: 'Nephrology and rheumatology triage' }),
    screen({
      id: 'S-neph',
      name: { zh: '肾内风湿血液叫号屏', en: 'Nephrology screen' },
      at: [77, 16.5],
      heading: 90,
      distance: 3,
    }),
    department({ zh: '肾内科', en: 'Nephrology', category: 'internalmedicine', unit: 'neph-311', codes: ['NEPH'] }),
    department({
      zh: '风湿免疫科',
      en: 'Rheumatology and Immunology',
      category: 'internalmedicine',
      unit: 'neph-313',
      codes: ['RHEU'],
    }),
    department({ zh: '血液内科', en: 'Haematology', category: 'internalmedicine', unit: 'neph-315', codes: ['HEMA'] }),
  ];
}

function functionTests(): readonly Piece[] {
  return [
    ...wing('D', {
      outer: [
        counter({ zh: '功能检查登记处', en: 'Function tests reception', width: 2 }),
        room('心电图一室', 'ECG 1'),
        room('心电图二室', 'ECG 2'),
      ],
      inner: [
        bedRoom('心脏彩超一室', 'Echocardiography 1'),
        bedRoom('心脏彩超二室', 'Echocardiography 2'),
        bedRoom('平板运动试验室', 'Treadmill test'),
        room('血管功能室', 'Vascular tests'),
      ],
      street: [
        room('经颅多普勒室', 'Transcranial Doppler'),
        room('动态血压室', 'Blood pressure monitoring'),
        staff('功能检查报告室', 'Function test reports'),
        plant(),
      ],
    }),
    ...hall('D', { name: { zh: '功能检查候诊区', en: 'Function tests waiting area' } }),
    nursesDesk('d', { zh: '功能检查分诊台', en: 'Function tests desk' }),
  ];
}

function dialysis(): readonly Piece[] {
  return [
    ...eastWing({
      west: [
        bedRoom('血液透析一区', 'Dialysis bay 1', { weight: 2 }),
        bedRoom('血液透析二区', 'Dialysis bay 2', { weight: 2 }),
      ],
      east: [
        room('透析接诊室', 'Dialysis reception', { key: 'dialysis-desk' }),
        bedRoom('血液透析三区', 'Dialysis bay 3', { weight: 2.2 }),
        staff('透析护士站', 'Dialysis nurses'),
        room('透析患者更衣室', 'Changing room'),
      ],
      turned: {
        south: [
          bedRoom('透析隔离区', 'Isolation dialysis', { weight: 2 }),
          staff('水处理间', 'Water treatment'),
          staff('透析库房', 'Dialysis store', { category: 'storage' }),
        ],
        north: [
          room('透析家属等候室', 'Dialysis family waiting', { category: 'lounge', weight: 1.5 }),
          room('透析营养咨询室', 'Dialysis diet advice'),
          staff('透析医生办公室', "Dialysis doctors' office"),
          staff('透析示教室', 'Dialysis teaching room'),
        ],
        corner: staff('透析污洗间', 'Dialysis dirty utility', { category: 'storage' }),
      },
    }),
    department({
      zh: '血液透析中心',
      en: 'Dialysis centre',
      category: 'dialysis',
      unit: 'dialysis-desk',
      hours: 'Mo-Sa 06:30-22:00',
    }),
    amenity({
      key: 'seats-e',
      category: 'seating',
      at: [88.6, 66],
      name: { zh: '透析中心座椅', en: 'Seats, dialysis centre' },
    }),
  ];
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('三楼医生休息室', "Doctors' lounge, floor 3", { category: 'privatelounge' }),
    staff('三楼会议室', 'Meeting room, floor 3', { category: 'conferenceroom', weight: 1.4 }),
    staff('三楼护士更衣室', "Nurses' changing room, floor 3"),
    staff('三楼护理部办公室', 'Nursing office, floor 3'),
    staff('三楼值班室', 'Duty room, floor 3'),
    staff('三楼污洗间', 'Dirty utility, floor 3', { category: 'storage' }),
    plant(0.6),
  ];
}
