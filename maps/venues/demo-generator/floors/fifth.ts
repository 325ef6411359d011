import { comforts, nursesDesk } from '../comforts.ts';
import { department } from '../departments.ts';
import type { Floor } from '../floor.ts';
import { landmark, pictures } from '../landmarks.ts';
import { openFront, opening, unit, type Piece } from '../pieces.ts';
import { backRooms, bedRoom, counter, plant, room, staff } from '../rooms.ts';
import { atrium, bay, core, corridors, hall, wing } from '../shell.ts';
import { strip } from '../strip.ts';
import { box } from '../plane.ts';

/** Check-ups, endoscopy, day surgery, the administration, and a lecture hall over the atrium. */
export const fifth: Floor = {
  ordinal: 4,
  sign: '5',
  name: { zh: '五楼', en: 'Floor 5' },
  storeyHeight: 4.5,
  pieces: [
    ...lectureHall(),
    ...corridors(),
    ...core(4, staffRooms()),
    ...checkUps(),
    ...administration(),
    ...endoscopy(),
    ...daySurgery(),
    ...comforts(),
    ...pictures({
      'gallery-a': ['春景图', 'Spring picture'],
      'gallery-street-west': ['夏景图', 'Summer picture'],
      'gallery-c': ['秋景图', 'Autumn picture'],
      'gallery-street-east': ['冬景图', 'Winter picture'],
      'link-west': ['日出图', 'Sunrise picture'],
      'link-east': ['明月图', 'Moon picture'],
      'end-a': ['彩虹图', 'Rainbow picture'],
      'end-street-west': ['星空图', 'Night sky picture'],
      'end-b': ['云海图', 'Sea of clouds picture'],
      'end-c': ['细雨图', 'Rain picture'],
      'end-street-east': ['晚霞图', 'Sunset picture'],
      'end-d': ['晨雾图', 'Morning mist picture'],
    }),
    landmark('clock', [50, 3], { zh: '老钟楼模型', en: 'Model of the clock tower' }, 1),
  ],
};

function lectureHall(): readonly Piece[] {
  const name = { zh: '学术报告厅', en: 'Lecture hall' };
  return [
    unit({ key: 'gallery', category: 'walkway', outer: bay, holes: [atrium], displayPoint: [50, 6.5] }),
    unit({ key: 'lecture-hall', category: 'auditorium', name, outer: atrium }),
    opening(
      'lecture-hall-south',
      [
        [49, 11],
        [51, 11],
      ],
      { ...openFront(2), type: 'swinging', material: 'wood' },
    ),
    opening(
      'lecture-hall-north',
      [
        [49, 29],
        [51, 29],
      ],
      { ...openFront(2), type: 'swinging', material: 'wood' },
    ),
  ];
}

function checkUps(): readonly Piece[] {
  const office = { category: 'office' } as const;
  return [
    ...wing('A', {
      outer: [
        counter({ zh: '体检登记处', en: 'Check-up reception', width: 2.4 }),
        room('体检内科', 'Check-up: general', office),
        room('体检外科', 'Check-up: surgery', office),
        room('体检眼科', 'Check-up: eyes', office),
        room('体检口腔科', 'Check-up: teeth', office),
        room('体检妇科', 'Check-up: women', office),
        room('体检总检室', 'Check-up: final advice', office),
      ],
      inner: [
        room('体检采血室', 'Check-up: blood', { weight: 1.2 }),
        room('体检心电图室', 'Check-up: ECG'),
        room('体检彩超室', 'Check-up: ultrasound'),
        room('身高体重室', 'Height and weight'),
      ],
      street: [
        room('体检早餐厅', 'Check-up breakfast', { category: 'foodservice', weight: 1.6 }),
        room('贵宾体检室', 'Private check-up'),
        staff('体检报告室', 'Check-up reports'),
        plant(),
      ],
    }),
    ...hall('A', { name: { zh: '体检中心候检区', en: 'Check-up waiting area' } }),
    nursesDesk('a', { zh: '体检中心导检台', en: 'Check-up desk' }),
    department({
      zh: '体检中心',
      en: 'Health check-up centre',
      category: 'hospital',
      unit: 'a-outer-1',
      hours: 'Mo-Sa 07:30-11:30',
    }),
  ];
}

function administration(): readonly Piece[] {
  const office = (zh: string, en: string): ReturnType<typeof staff> => staff(zh, en);
  return [
    ...wing('B', {
      outer: [
        office('院长办公室', 'Director'),
        office('党委办公室', 'Party committee'),
        office('医务部', 'Medical affairs'),
        office('护理部', 'Nursing affairs'),
        office('财务科', 'Finance'),
        office('人事科', 'Personnel'),
      ],
      inner: [
        office('信息中心', 'Information centre'),
        staff('机房', 'Server room', { category: 'serverroom' }),
        office('医保办公室', 'Insurance affairs'),
        office('质控科', 'Quality control'),
      ],
      street: [
        room('病案复印室', 'Medical record copies'),
        room('患者服务中心', 'Patient relations', { category: 'office' }),
        room('医学图书馆', 'Library', { category: 'library' }),
        plant(),
      ],
    }),
    ...hall('B', { name: { zh: '五楼接待区', en: 'Reception area, floor 5' } }),
    nursesDesk('b', { zh: '五楼接待台', en: 'Reception desk, floor 5' }),
    department({ zh: '病案室', en: 'Medical records', category: 'hospital', unit: 'b-street-1' }),
  ];
}

function endoscopy(): readonly Piece[] {
  const back = backRooms({ zh: '内镜中心', en: 'Endoscopy' });
  return [
    ...wing('C', {
      outer: [
        counter({ zh: '内镜登记处', en: 'Endoscopy reception', width: 2.4 }),
        bedRoom('胃镜一室', 'Gastroscopy 1'),
        bedRoom('胃镜二室', 'Gastroscopy 2'),
        bedRoom('肠镜一室', 'Colonoscopy 1'),
        bedRoom('肠镜二室', 'Colonoscopy 2'),
        bedRoom('支气管镜室', 'Bronchoscopy'),
      ],
      inner: [
        bedRoom('内镜准备室', 'Endoscopy preparation'),
        bedRoom('内镜苏醒室', 'Endoscopy recovery', { weight: 1.4 }),
        staff('内镜洗消间', 'Scope washing'),
        back.store,
      ],
      street: [
        room('肠道准备室', 'Bowel preparation'),
        room('内镜家属等候室', 'Endoscopy family waiting', { category: 'lounge' }),
        back.office,
        back.changing,
        plant(),
      ],
    }),
    ...hall('C', { name: { zh: '内镜中心候诊区', en: 'Endoscopy waiting area' } }),
    nursesDesk('c', { zh: '内镜中心分诊台', en: 'Endoscopy desk' }),
    department({ zh: '内镜中心', en: 'Endoscopy centre', category: 'gastroenterology', unit: 'c-outer-1' }),
  ];
}

function daySurgery(): readonly Piece[] {
  const theatre = { restriction: 'restricted', weight: 1.3 } as const;
  return [
    ...wing('D', {
      inner: [
        bedRoom('日间手术一室', 'Day theatre 1', theatre),
        bedRoom('日间手术二室', 'Day theatre 2', theatre),
        bedRoom('日间手术三室', 'Day theatre 3', theatre),
      ],
      street: [
        bedRoom('日间病房一', 'Day ward 1'),
        bedRoom('日间病房二', 'Day ward 2'),
        staff('日间手术护士站', 'Day surgery nurses'),
        plant(),
      ],
    }),
    ...strip({
      key: 'd-outer',
      within: box(67, 40, 100, 45),
      doors: 'south',
      rooms: [
        counter({ zh: '日间手术登记处', en: 'Day surgery reception', width: 2.4 }),
        room('术前谈话室', 'Pre-operative talk'),
        room('麻醉门诊', 'Anaesthesia clinic', { category: 'office' }),
        room('日间更衣室', 'Day surgery changing room'),
        staff('麻醉药品间', 'Anaesthetics store', { category: 'storage' }),
        staff('日间无菌间', 'Day surgery sterile store', { category: 'storage' }),
      ],
    }),
    ...hall('D', { name: { zh: '日间手术等候区', en: 'Day surgery waiting area' } }),
    nursesDesk('d', { zh: '日间手术咨询台', en: 'Day surgery desk' }),
    department({ zh: '日间手术中心', en: 'Day surgery centre', category: 'surgeon', unit: 'd-outer-1' }),
  ];
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('五楼医生休息室', "Doctors' lounge, floor 5", { category: 'privatelounge' }),
    staff('院会议室', 'Board room', { category: 'conferenceroom', weight: 1.6 }),
    staff('科研办公室', 'Research office'),
    staff('教学办公室', 'Teaching office'),
    staff('档案室', 'Archive', { category: 'storage' }),
    staff('五楼污洗间', 'Dirty utility, floor 5', { category: 'storage' }),
    plant(0.6),
  ];
}
