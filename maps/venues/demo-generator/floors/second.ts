import { backRooms, bedRoom, counter, numbered, plant, room, staff } from '../rooms.ts';
import { amenity, comforts, nursesDesk } from '../comforts.ts';
import { department } from '../departments.ts';
import { screen } from '../devices.ts';
import { eastWing } from '../east-wing.ts';
import type { Floor } from '../floor.ts';
import { landmark, pictures } from '../landmarks.ts';
import type { Piece } from '../pieces.ts';
import { corridors, core, hall, wing, galleryAbout } from '../shell.ts';
import { ward } from '../tower.ts';

/** Internal medicine, surgery, orthopaedics with Chinese medicine; rehabilitation in the east wing. */
export const second: Floor = {
  ordinal: 1,
  sign: '2',
  name: { zh: '二楼', en: 'Floor 2' },
  storeyHeight: 4.5,
  pieces: [
    ...galleryAbout(1),
    ...corridors(),
    ...core(1, staffRooms()),
    ...internalMedicine(),
    ...surgery(),
    ...orthopaedics(),
    ...minorSurgery(),
    ...rehabilitation(),
    ...ward({ zh: '呼吸科病区', en: 'Respiratory ward' }),
    ...comforts(),
    ...pictures({
      'gallery-a': ['荷花图', 'Lotus picture'],
      'gallery-street-west': ['梅花图', 'Plum blossom picture'],
      'gallery-c': ['兰花图', 'Orchid picture'],
      'gallery-street-east': ['竹林图', 'Bamboo picture'],
      'link-west': ['菊花图', 'Chrysanthemum picture'],
      'link-east': ['牡丹图', 'Peony picture'],
      'end-a': ['桂花图', 'Osmanthus picture'],
      'end-street-west': ['水仙图', 'Narcissus picture'],
      'end-b': ['海棠图', 'Crab apple picture'],
      'end-c': ['茶花图', 'Camellia picture'],
      'end-street-east': ['杜鹃图', 'Azalea picture'],
      'end-d': ['玉兰图', 'Magnolia picture'],
      'wing-e': ['百草图壁画', 'Mural of herbs'],
      'wing-e-turn': ['向日葵图', 'Sunflower picture'],
    }),
    landmark('bay', [50, 1.2], { zh: '观景窗', en: 'Great window' }, 0.8),
  ],
};

function internalMedicine(): readonly Piece[] {
  const back = backRooms({ zh: '内科', en: 'Internal medicine' });
  return [
    ...wing('A', {
      outer: numbered('intm', 201, 206),
      inner: [...numbered('intm', 207, 208), room('肺功能室', 'Lung function test'), back.treatment],
      street: [
        room('呼气试验室', 'Breath test'),
        room('糖尿病教育室', 'Diabetes teaching'),
        back.office,
        back.store,
        plant(),
      ],
    }),
    ...hall('A', { name: { zh: '内科候诊区', en: 'Internal medicine waiting area' }, area: 'internal-2f' }),
    nursesDesk('a', { zh: '内科分诊台', en: 'Internal medicine triage' }),
    screen({
      id: 'S-intm',
      name: { zh: '内科叫号屏', en: 'Internal medicine screen' },
      at: [23, 16.5],
      heading: 270,
      distance: 3,
    }),
    department({
      zh: '呼吸与危重症医学科',
      en: 'Respiratory Medicine',
      category: 'pulmonology',
      unit: 'intm-201',
      codes: ['RESP'],
    }),
    department({
      zh: '消化内科',
      en: 'Gastroenterology',
      category: 'gastroenterology',
      unit: 'intm-203',
      codes: ['GAST'],
    }),
    department({
      zh: '内分泌科',
      en: 'Endocrinology',
      category: 'internalmedicine',
      unit: 'intm-205',
      codes: ['ENDO'],
    }),
    department({
      zh: '老年医学科',
      en: 'Geriatric Medicine',
      category: 'internalmedicine',
      unit: 'intm-207',
      codes: ['GERI'],
    }),
  ];
}

function surgery(): readonly Piece[] {
  const back = backRooms({ zh: '外科', en: 'Surgery' });
  return [
    ...wing('B', {
      outer: numbered('surg', 211, 216),
      inner: [
        room('外科换药室', 'Dressing room'),
        back.treatment,
        room('造口门诊', 'Stoma clinic'),
        room('尿流动力学室', 'Urodynamics'),
      ],
      street: [
        room('外科门诊办公室', 'Surgery clinic office', { category: 'office' }),
        back.office,
        back.teaching,
        back.store,
        plant(),
      ],
    }),
    ...hall('B', { name: { zh: '外科候诊区', en: 'Surgery waiting area' }, area: 'surgery-2f' }),
    nursesDesk('b', { zh: '外科分诊台', en: 'Surgery triage' }),
    screen({
      id: 'S-surg',
      name: { zh: '外科叫号屏', en: 'Surgery screen' },
      at: [23, 31.5],
      heading: 270,
      distance: 3,
    }),
    department({ zh: '普通外科', en: 'General Surgery', category: 'surgeon', unit: 'surg-211', codes: ['GENS'] }),
    department({ zh: '泌尿外科', en: 'Urology', category: 'surgeon', unit: 'surg-213', codes: ['UROL'] }),
    department({ zh: '胸外科', en: 'Thoracic Surgery', category: 'surgeon', unit: 'surg-215', codes: ['THOR'] }),
  ];
}

function orthopaedics(): readonly Piece[] {
  const back = backRooms({ zh: '骨科', en: 'Orthopaedics' });
  return [
    ...wing('C', {
      outer: numbered('orth', 221, 226),
      inner: [
        bedRoom('石膏室', 'Plaster room'),
        back.treatment,
        room('针灸室', 'Acupuncture'),
        room('推拿室', 'Tuina massage'),
      ],
      street: [
        room('支具室', 'Braces and splints'),
        room('中医体质辨识室', 'TCM constitution test'),
        back.office,
        back.store,
        plant(),
      ],
    }),
    ...hall('C', { name: { zh: '骨科中医候诊区', en: 'Orthopaedics and TCM waiting area' }, area: 'orthopaedics-2f' }),
    nursesDesk('c', { zh: '骨科中医分诊台', en: 'Orthopaedics and TCM triage' }),
    screen({
      id: 'S-orth',
      name: { zh: '骨科中医叫号屏', en: 'Orthopaedics and TCM screen' },
      at: [77, 16.5],
      heading: 90,
      distance: 3,
    }),
    department({ zh: '骨科', en: 'Orthopaedics', category: 'orthopedics', unit: 'orth-221', codes: ['ORTH'] }),
    department({
      zh: '康复医学科',
      en: 'Rehabilitation Medicine',
      category: 'physicaltherapy',
      unit: 'orth-223',
      codes: ['REHA'],
    }),
    department({
      zh: '中医科',
      en: 'Traditional Chinese Medicine',
      category: 'traditionalchinesemedicine',
      unit: 'orth-225',
      codes: ['TCMI'],
    }),
  ];
}

function minorSurgery(): readonly Piece[] {
  return [
    ...wing('D', {
      outer: [
        counter({ zh: '门诊手术登记处', en: 'Minor surgery reception', width: 2 }),
        bedRoom('术后观察室', 'Recovery room'),
        room('手术更衣室', 'Changing for surgery'),
      ],
      inner: [
        bedRoom('门诊手术一室', 'Minor surgery 1', { restriction: 'restricted' }),
        bedRoom('门诊手术二室', 'Minor surgery 2', { restriction: 'restricted' }),
        bedRoom('门诊手术三室', 'Minor surgery 3', { restriction: 'restricted' }),
      ],
      street: [
        staff('手术护士站', 'Surgery nurses'),
        staff('无菌物品间', 'Sterile store'),
        room('家属等候室', 'Family waiting', { category: 'lounge' }),
        plant(),
      ],
    }),
    ...hall('D', { name: { zh: '门诊手术等候区', en: 'Minor surgery waiting area' } }),
    nursesDesk('d', { zh: '门诊手术咨询台', en: 'Minor surgery desk' }),
  ];
}

function rehabilitation(): readonly Piece[] {
  const back = backRooms({ zh: '康复科', en: 'Rehabilitation' });
  return [
    ...eastWing({
      west: [
        bedRoom('运动治疗大厅', 'Exercise hall', { weight: 2.4 }),
        room('作业治疗室', 'Occupational therapy'),
        room('言语治疗室', 'Speech therapy', { weight: 0.8 }),
      ],
      east: [
        room('理疗一室', 'Physiotherapy 1'),
        room('理疗二室', 'Physiotherapy 2'),
        room('水疗室', 'Hydrotherapy', { weight: 1.4 }),
        room('熏蒸室', 'Herbal steam'),
      ],
      turned: {
        south: [
          room('儿童康复室', "Children's rehabilitation", { weight: 1.5 }),
          room('步态分析室', 'Gait analysis'),
          back.office,
          back.store,
        ],
        north: [
          room('心肺康复室', 'Heart and lung rehabilitation', { weight: 1.6 }),
          room('平衡训练室', 'Balance training'),
          back.treatment,
          back.teaching,
        ],
        corner: room('康复休息室', 'Rest room', { category: 'lounge' }),
      },
    }),
    amenity({
      key: 'wheelchairs',
      category: 'wheelchairassist',
      at: [87.4, 41],
      name: { zh: '康复科轮椅处', en: 'Wheelchairs, rehabilitation' },
      accessible: true,
    }),
  ];
}

function staffRooms(): readonly ReturnType<typeof staff>[] {
  return [
    staff('二楼医生休息室', "Doctors' lounge, floor 2", { category: 'privatelounge' }),
    staff('二楼会议室', 'Meeting room, floor 2', { category: 'conferenceroom', weight: 1.4 }),
    staff('二楼护士更衣室', "Nurses' changing room, floor 2"),
    staff('门诊部办公室', 'Outpatient management'),
    staff('二楼值班室', 'Duty room, floor 2'),
    staff('二楼污洗间', 'Dirty utility, floor 2', { category: 'storage' }),
    plant(0.6),
  ];
}
