import { comforts, nursesDesk } from '../comforts.ts';
import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import { shortEastWing } from '../east-wing.ts';
import type { Floor } from '../floor.ts';
import { landmark, pictures } from '../landmarks.ts';
import type { Piece } from '../pieces.ts';
import { backRooms, bedRoom, counter, numbered, plant, room, staff } from '../rooms.ts';
import { core, corridors, galleryAbout, hall, wing } from '../shell.ts';
import { ward } from '../tower.ts';

/** Women's health; eyes, ears, teeth and skin; the centre for assisted reproduction. */
export const fourth: Floor = {
  ordinal: 3,
  sign: '4',
  name: { zh: '四楼', en: 'Floor 4' },
  storeyHeight: 4.5,
  pieces: [
    ...galleryAbout(3),
    ...corridors(),
    ...core(3, staffRooms()),
    ...women(),
    ...senses(),
    ...eyesAndSkin(),
    ...reproduction(),
    ...dental(),
    ...ward({ zh: '妇产科病区', en: 'Maternity ward' }),
    ...comforts(),
    ...pictures({
      'gallery-a': ['乌篷船图', 'Black-awning boat picture'],
      'gallery-street-west': ['石拱桥图', 'Stone bridge picture'],
      'gallery-c': ['古镇图', 'Old town picture'],
      'gallery-street-east': ['茶园图', 'Tea garden picture'],
      'link-west': ['灯塔图', 'Lighthouse picture'],
      'link-east': ['雪山图', 'Snow mountain picture'],
      'end-a': ['瀑布图', 'Waterfall picture'],
      'end-street-west': ['草原图', 'Grassland picture'],
      'end-b': ['长城图', 'Great Wall picture'],
      'end-c': ['梯田图', 'Rice terraces picture'],
      'end-street-east': ['沙漠图', 'Desert picture'],
      'end-d': ['海浪图', 'Waves picture'],
      'wing-e': ['稻田图', 'Rice field picture'],
    }),
    landmark('mother', [50, 3], { zh: '母子雕像', en: 'Mother and child statue' }, 1),
  ],
};

function women(): readonly Piece[] {
  const back = backRooms({ zh: '妇产科', en: "Women's health" });
  return [
    ...wing('A', {
      outer: numbered('womn', 401, 406),
      inner: [
        room('胎心监护室', 'Fetal monitoring', { weight: 1.2 }),
        room('产科彩超室', 'Obstetric ultrasound'),
        back.treatment,
        room('孕妇学校', "Mothers' school", { weight: 1.3 }),
      ],
      street: [
        room('阴道镜室', 'Colposcopy'),
        room('乳腺彩超室', 'Breast ultrasound'),
        back.office,
        back.store,
        plant(),
      ],
    }),
    ...hall('A', { name: { zh: '妇产科候诊区', en: "Women's health waiting area" }, area: 'women-4f' }),
    nursesDesk('a', { zh: '妇产科分诊台', en: "Women's health triage" }),
    screen({
      id: 'S-womn',
      name: { zh: '妇产科叫号屏', en: "Women's health screen" },
      at: [23, 16.5],
      heading: 270,
      distance: 3,
    }),
    department({ zh: '妇科', en: 'Gynaecology', category: 'obgyn', unit: 'womn-401', codes: ['GYNE'] }),
    department({ zh: '产科', en: 'Obstetrics', category: 'obgyn', unit: 'womn-403', codes: ['OBST'] }),
    department({ zh: '乳腺外科', en: 'Breast Surgery', category: 'surgeon', unit: 'womn-405', codes: ['BREA'] }),
  ];
}

function senses(): readonly Piece[] {
  const back = backRooms({ zh: '五官科', en: 'Eye and ENT' });
  return [
    ...wing('B', {
      outer: numbered('sens', 411, 416),
      inner: [...numbered('sens', 417, 418), room('视力检查室', 'Eye tests'), room('听力检查室', 'Hearing tests')],
      street: [
        room('眼底照相室', 'Fundus photography'),
        room('鼻内镜室', 'Nasal endoscopy'),
        back.office,
        back.store,
        plant(),
      ],
    }),
    ...hall('B', { name: { zh: '五官皮肤候诊区', en: 'Eye, ENT, dental and skin waiting area' }, area: 'senses-4f' }),
    nursesDesk('b', { zh: '五官皮肤分诊台', en: 'Eye, ENT, dental and skin triage' }),
    // Between the mouth of the hall and the toilets: its readers sit to the south.
    screen({
      id: 'S-sens',
      name: { zh: '五官皮肤叫号屏', en: 'Eye, ENT, dental and skin screen' },
      at: [25.4, 37],
      heading: 0,
      distance: 3,
    }),
    department({ zh: '眼科', en: 'Ophthalmology', category: 'opthamalogy', unit: 'sens-411', codes: ['OPHT'] }),
    department({
      zh: '耳鼻咽喉科',
      en: 'Ear, Nose and Throat',
      category: 'earnosethroat',
      unit: 'sens-413',
      codes: ['ENTD'],
    }),
    department({ zh: '口腔科', en: 'Dentistry', category: 'dentist', unit: 'sens-415', codes: ['STOM'] }),
    department({ zh: '皮肤科', en: 'Dermatology', category: 'dermatology', unit: 'sens-417', codes: ['DERM'] }),
  ];
}

function eyesAndSkin(): readonly Piece[] {
  const back = backRooms({ zh: '皮肤科', en: 'Skin' });
  return [
    ...wing('C', {
      outer: [
        counter({ zh: '皮肤美容登记处', en: 'Skin care reception', width: 2 }),
        room('激光一室', 'Laser 1'),
        room('激光二室', 'Laser 2'),
        room('光疗室', 'Light therapy'),
        room('冷冻治疗室', 'Cryotherapy'),
        room('过敏原检测室', 'Allergy tests'),
      ],
      inner: [
        back.treatment,
        room('眼科激光室', 'Eye laser'),
        room('验光配镜中心', 'Glasses', { weight: 1.4 }),
        room('角膜塑形室', 'Contact lens fitting'),
      ],
      street: [room('真菌镜检室', 'Fungus microscopy'), back.office, back.teaching, back.store, plant()],
    }),
    ...hall('C', { name: { zh: '皮肤美容候诊区', en: 'Skin care waiting area' } }),
    nursesDesk('c', { zh: '皮肤美容咨询台', en: 'Skin care desk' }),
  ];
}

function reproduction(): readonly Piece[] {
  const lab = { restriction: 'restricted' } as const;
  return [
    ...wing('D', {
      outer: [
        counter({ zh: '生殖医学登记处', en: 'Reproductive medicine reception', width: 2 }),
        room('男科诊室', "Men's clinic", { category: 'office' }),
        room('女科诊室', "Women's clinic", { category: 'office' }),
      ],
      inner: [
        bedRoom('取卵室', 'Egg retrieval', lab),
        staff('胚胎实验室', 'Embryo laboratory', { category: 'laboratory', weight: 1.4 }),
        bedRoom('移植室', 'Embryo transfer', lab),
      ],
      street: [
        room('遗传咨询室', 'Genetic counselling', { category: 'office' }),
        room('生殖宣教室', 'Fertility teaching'),
        staff('生殖中心库房', 'Reproductive store', { category: 'storage' }),
        plant(),
      ],
    }),
    ...hall('D', { name: { zh: '生殖医学候诊区', en: 'Reproductive medicine waiting area' } }),
    nursesDesk('d', { zh: '生殖医学咨询台', en: 'Reproductive medicine desk' }),
  ];
}

function dental(): readonly Piece[] {
  const back = backRooms({ zh: '口腔科', en: 'Dental' });
  return shortEastWing({
    west: [
      room('口腔综合治疗厅', 'Dental hall', { weight: 2.6 }),
      room('种植手术室', 'Implant surgery'),
      room('口腔影像室', 'Dental X-ray'),
      back.store,
    ],
    east: [
      room('正畸一室', 'Orthodontics 1'),
      room('正畸二室', 'Orthodontics 2'),
      room('儿童口腔室', "Children's dentistry"),
      staff('技工室', 'Dental technicians'),
      back.office,
    ],
  });
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('四楼医生休息室', "Doctors' lounge, floor 4", { category: 'privatelounge' }),
    staff('四楼会议室', 'Meeting room, floor 4', { category: 'conferenceroom', weight: 1.4 }),
    staff('四楼护士更衣室', "Nurses' changing room, floor 4"),
    staff('四楼器械间', 'Instrument room, floor 4', { category: 'storage' }),
    staff('四楼值班室', 'Duty room, floor 4'),
    staff('四楼污洗间', 'Dirty utility, floor 4', { category: 'storage' }),
    plant(0.6),
  ];
}
