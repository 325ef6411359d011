import type { Acting, ShownCard, StaffRole } from '@lobby/hub/contract';
import type { Language } from '#lib/words/language.ts';
import { operatorWording } from './wording.ts';

interface RecordWording {
  readonly hint: string;
  readonly none: string;
  readonly vouched: (role: StaffRole, workNo: string) => string;
  readonly acted: (acting: Acting) => string;
  readonly file: (id: string) => string;
  readonly fileOfActor: (id: string) => string;
  readonly cardOfActor: (card: ShownCard) => string;
}

const relations = {
  zh: { parent: '父母', guardian: '监护人', relative: '家属' },
  en: { parent: 'A parent', guardian: 'A guardian', relative: 'A relative' },
} as const satisfies Record<Language, Record<Acting['relation'], string>>;

const proofs = {
  zh: {
    'named-in-file': '档案里写明',
    'shared-credential': '用自己的卡',
    wristband: '用腕带号',
    'patients-card': '拿着患者的卡',
  },
  en: {
    'named-in-file': 'named in the file',
    'shared-credential': 'by a card of their own',
    wristband: 'by the wristband',
    'patients-card': 'with the patient’s card',
  },
} as const satisfies Record<Language, Record<Acting['how'], string>>;

const documents: Readonly<Record<Language, Partial<Record<ShownCard['kind'], string>>>> = {
  zh: {
    'resident-id': '身份证',
    'hmt-permit': '港澳台居民居住证',
    'foreigner-2017': '永居证',
    'foreigner-2023': '永居证',
    passport: '护照',
  },
  en: {
    'resident-id': 'ID card',
    'hmt-permit': 'HMT residence permit',
    'foreigner-2017': 'permanent residence card',
    'foreigner-2023': 'permanent residence card',
    passport: 'passport',
  },
};

/** Enough to see whether two are the same. */
function shortMark(mark: string): string {
  return mark.slice(0, 8).toUpperCase();
}

/** Words of the list of identifications in which somebody else had a hand. */
export const recordWording: Readonly<Record<Language, RecordWording>> = {
  zh: {
    hint: '今天由工作人员作证的，和替别人办的。只记病历号，不记姓名。',
    none: '今天还没有。',
    vouched: (role, workNo) => `${operatorWording.zh.roles[role]} ${workNo} 作证`,
    acted: ({ relation, how }) => `${relations.zh[relation]}代办（${proofs.zh[how]}）`,
    file: (id) => `患者病历号 ${id}`,
    fileOfActor: (id) => `代办人病历号 ${id}`,
    cardOfActor: ({ kind, mark }) => `代办人没有病历，${documents.zh[kind] ?? '证件'}标记 ${shortMark(mark)}`,
  },
  en: {
    hint: 'Today’s patients for whom staff vouched, or somebody acted. File numbers only, never names.',
    none: 'None today.',
    vouched: (role, workNo) => `${operatorWording.en.roles[role]} ${workNo} vouched`,
    acted: ({ relation, how }) => `${relations.en[relation]} acted (${proofs.en[how]})`,
    file: (id) => `patient’s file ${id}`,
    fileOfActor: (id) => `their own file ${id}`,
    cardOfActor: ({ kind, mark }) => `no file of their own, ${documents.en[kind] ?? 'card'} marked ${shortMark(mark)}`,
  },
};
