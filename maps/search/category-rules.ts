import type { Bilingual } from '../words/step.ts';

/** Headings under which a terminal offers places, in their order. */
export const categoryIds = [
  'clinics',
  'tests',
  'pharmacy-payment',
  'service',
  'wards',
  'toilets',
  'lifts',
  'food-shops',
  'doors',
] as const;
export type CategoryId = (typeof categoryIds)[number];

/** What is offered under a heading. */
export interface CategoryRule {
  readonly id: CategoryId;
  readonly name: Bilingual;
  /** IMDF categories, with their kinds. */
  readonly categories: readonly string[];
  /** Words of which one stands in the name, whatever its category: authoring tools leave wrong ones. Hanzi anywhere, Latin as words. */
  readonly words: readonly string[];
}

/** The first rule that takes a place has it. */
export const rules: readonly CategoryRule[] = [
  {
    id: 'toilets',
    name: { zh: '卫生间', en: 'Toilets' },
    categories: ['restroom', 'mothersroom'],
    words: ['卫生间', '洗手间', '厕所', '母婴室', 'toilet', 'restroom'],
  },
  {
    id: 'lifts',
    name: { zh: '电梯楼梯', en: 'Lifts and stairs' },
    categories: ['elevator', 'escalator', 'stairs'],
    words: [],
  },
  {
    id: 'food-shops',
    name: { zh: '餐饮购物', en: 'Food and shops' },
    categories: ['foodservice', 'restaurant', 'cafe', 'shopping', 'conveniencestore', 'vendingmachine', 'atm', 'bank'],
    words: ['餐厅', '食堂', '超市', '便利店', '咖啡', 'canteen', 'restaurant', 'cafe', 'shop'],
  },
  {
    id: 'pharmacy-payment',
    name: { zh: '缴费取药', en: 'Payment and pharmacy' },
    categories: ['pharmacy', 'cashier'],
    words: ['药房', '取药', '收费', '缴费', '挂号', 'pharmacy', 'cashier', 'payment', 'registration'],
  },
  {
    id: 'tests',
    name: { zh: '检查检验', en: 'Tests and imaging' },
    categories: ['laboratory', 'laboratorytesting', 'radiology', 'diagnosticimaging', 'pathology', 'blooddonation'],
    words: [
      ...[
        '采血',
        '抽血',
        '检验',
        '化验',
        '超声',
        '放射',
        '影像',
        '核磁',
        '磁共振',
        'ct',
        '心电图',
        '内镜',
        '胃镜',
        '肠镜',
        '脑电图',
      ],
      ...[
        '肌电图',
        '肺功能',
        '检查室',
        '检测室',
        '钼靶',
        'dr',
        'mri',
        'laboratory',
        'ultrasound',
        'imaging',
        'ecg',
        'eeg',
        'endoscopy',
      ],
    ],
  },
  {
    id: 'wards',
    name: { zh: '住院病区', en: 'Wards and admission' },
    categories: [],
    words: ['住院', '病区', '入院', '出院', '病房', 'ward', 'inpatient', 'admission'],
  },
  {
    id: 'service',
    name: { zh: '咨询服务', en: 'Information and services' },
    categories: ['information', 'reception.desk', 'checkin.selfservice', 'wheelchairassist'],
    words: [
      '服务中心',
      '服务台',
      '咨询台',
      '咨询窗',
      '导诊',
      '医保',
      '病案',
      '轮椅',
      '投诉',
      'servicecentre',
      'information',
      'records',
      'wheelchair',
    ],
  },
  {
    id: 'doors',
    name: { zh: '出入口', en: 'Entrances and exits' },
    categories: ['entry', 'parking'],
    words: ['大门', '出口', '入口', '停车', 'entrance', 'exit', 'parking'],
  },
];

/** The heading of what has no rule: the hospital's departments. */
export const clinics: Bilingual = { zh: '门诊科室', en: 'Clinics' };

/** Where IMDF's occupants practise medicine; the hospital's own departments and waiting areas need no category. */
export const clinicCategories = new Set([
  ...['cardiology', 'pediatrics', 'obgyn', 'orthopedics', 'dermatology', 'earnosethroat', 'opthamalogy', 'dentist'],
  ...['gastroenterology', 'pulmonology', 'dialysis', 'internalmedicine', 'psychiatry', 'surgeon', 'urgentcare'],
  ...['traditionalchinesemedicine', 'tuina', 'acupuncture', 'physicaltherapy', 'emergencymedicine'],
]);
