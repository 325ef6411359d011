import type { Place } from '../places.ts';
import type { Bilingual } from '../words/step.ts';
import { folded } from './folded.ts';

/** What a terminal offers before anybody has typed: a heading and the places under it, floor by floor. */
export interface OfferedCategory {
  readonly id: CategoryId;
  readonly name: Bilingual;
  readonly places: readonly Place[];
}

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

interface Rule {
  readonly id: CategoryId;
  readonly name: Bilingual;
  /** IMDF categories, with their kinds. */
  readonly categories: readonly string[];
  /** Folded words of which one stands in the name, whatever its category: authoring tools leave wrong ones. */
  readonly words: readonly string[];
}

/** The first rule that takes a place has it. */
const rules: readonly Rule[] = [
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
      ...['bloodcollection', 'laboratory', 'ultrasound', 'imaging', 'xray', 'mri', 'ecg', 'eeg', 'endoscopy'],
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
      '咨询',
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

const clinics: Bilingual = { zh: '门诊科室', en: 'Clinics' };

/** Where IMDF's occupants practise medicine; the hospital's own departments and waiting areas need no category. */
const clinicCategories = new Set([
  ...['cardiology', 'pediatrics', 'obgyn', 'orthopedics', 'dermatology', 'earnosethroat', 'opthamalogy', 'dentist'],
  ...['gastroenterology', 'pulmonology', 'dialysis', 'internalmedicine', 'psychiatry', 'surgeon', 'urgentcare'],
  ...['traditionalchinesemedicine', 'tuina', 'acupuncture', 'physicaltherapy', 'emergencymedicine'],
]);

/** Groups the places of a venue as a terminal offers them. Single consulting rooms are found by searching only. */
export function offeredCategories(
  places: readonly Place[],
  levels: readonly { readonly id: string; readonly ordinal: number }[],
): readonly OfferedCategory[] {
  const floors = new Map(levels.map(({ id, ordinal }) => [id, ordinal]));
  const groups = new Map<CategoryId, Place[]>();
  for (const place of places) {
    const id = categoryOf(place);
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), place]);
  }
  const names = new Map([...rules.map(({ id, name }) => [id, name] as const), ['clinics', clinics] as const]);
  return categoryIds.flatMap((id) => {
    const found = groups.get(id);
    const name = names.get(id);
    if (found === undefined || name === undefined) return [];
    const byFloor = (place: Place) => floors.get(place.levelId) ?? 0;
    return [{ id, name, places: found.toSorted((a, b) => byFloor(a) - byFloor(b)) }];
  });
}

/** Under which heading a place is offered; null: under none. */
export function categoryOf(place: Place): CategoryId | null {
  const byCategory = rules.find(({ categories }) => categories.some((category) => isKindOf(place.category, category)));
  if (byCategory !== undefined) return byCategory.id;
  if (isClinic(place)) return 'clinics';
  const names = Object.values(place.name).map(folded);
  return rules.find(({ words }) => words.some((word) => names.some((name) => name.includes(word))))?.id ?? null;
}

function isClinic({ kind, category, site }: Place): boolean {
  return kind === 'occupant' && (clinicCategories.has(category) || site.area !== null || site.departments.length > 0);
}

const isKindOf = (category: string, kind: string): boolean => category === kind || category.startsWith(`${kind}.`);
