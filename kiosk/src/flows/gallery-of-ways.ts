import { noGlance } from './way/sample-way.ts';
import type { GalleryScreen } from './gallery.ts';
import { hostileName, sampleStep } from './sample-visit.ts';
import { typings, type Alternative, type Typing } from './visit/ways/facts.ts';

const sampleActing = { relation: 'parent', how: 'named-in-file', mayCheckIn: true } as const;
const sampleTyped: Readonly<Record<Typing, string>> = {
  number: '330602195403182174',
  'passport-number': '13AB45678',
  'passport-lines': 'P<FRAMARTIN<<CLAIRE<<<<<<<<<<<<<<<<<<<<<<<<<\n13AB456780FRA8507147F3001019<<<<<<<<<<<<<<02',
  'birth-date': '195403',
  'phone-end': '31',
  'work-number': '3001',
  password: 'demo-3001',
  wristband: 'ZY26030217',
};
const sampleOthers: Partial<Readonly<Record<Typing, readonly Alternative[]>>> = {
  'birth-date': ['phone-end', 'staff'],
  'phone-end': ['staff'],
  'passport-lines': ['number'],
};

/** Ways to be known, and whose visit it is. */
export const waysPictures: readonly GalleryScreen[] = [
  {
    id: 'choose-patient',
    view: {
      screen: 'choose-patient',
      inpatients: true,
      choices: [
        { choice: 'a', maskedName: '张*明', birthYear: 1958, owner: 'bearer' },
        { choice: 'b', maskedName: '张*', birthYear: 2019, owner: 'ward' },
        { choice: 'c', maskedName: hostileName, birthYear: 2021, owner: 'ward' },
      ],
    },
  },
  {
    id: 'choose-patient-rare-names',
    view: {
      screen: 'choose-patient',
      inpatients: true,
      choices: [
        { choice: 'a', maskedName: '䶮*㛃', birthYear: 1958, owner: 'bearer' },
        { choice: 'b', maskedName: '𠅤*鿍', birthYear: 2019, owner: 'ward' },
        { choice: 'c', maskedName: '𫖯*喆', birthYear: 2021, owner: 'ward' },
      ],
    },
  },
  {
    id: 'choose-patient-inpatient',
    view: {
      screen: 'choose-patient',
      inpatients: false,
      choices: [{ choice: '1', maskedName: '罗*', birthYear: 1962, owner: 'ward' }],
    },
  },
  { id: 'show-code', view: { screen: 'show-code' } },
  { id: 'show-card', view: { screen: 'show-card' } },
  { id: 'show-passport', view: { screen: 'show-passport', reader: true } },
  { id: 'show-passport-typed', view: { screen: 'show-passport', reader: false } },
  ...typings.map((typing): GalleryScreen => ({
    id: `type-${typing}`,
    view: { screen: 'typing', typing, text: sampleTyped[typing], problem: null, others: sampleOthers[typing] ?? [] },
  })),
  {
    id: 'type-number-wrong',
    view: { screen: 'typing', typing: 'number', text: '330602195403182175', problem: 'number-wrong', others: [] },
  },
  {
    id: 'type-birth-date-not-matched',
    view: { screen: 'typing', typing: 'birth-date', text: '19540318', problem: 'not-matched', others: ['staff'] },
  },
  {
    id: 'type-passport-lines-wrong',
    view: {
      screen: 'typing',
      typing: 'passport-lines',
      text: sampleTyped['passport-lines'],
      problem: 'lines-birth-date',
      others: ['number'],
    },
  },
  {
    id: 'type-work-number-locked',
    view: { screen: 'typing', typing: 'work-number', text: '3001', problem: 'staff-locked', others: [] },
  },
  {
    id: 'scan-wristband',
    view: { screen: 'typing', typing: 'wristband', text: 'ZY2603', problem: null, others: [], scan: true },
  },
  { id: 'staff-approval', view: { screen: 'staff-approval', scanner: true, problem: null } },
  { id: 'staff-approval-refused', view: { screen: 'staff-approval', scanner: true, problem: 'staff-not-allowed' } },
  { id: 'staff-approval-no-scanner', view: { screen: 'staff-approval', scanner: false, problem: null } },
  { id: 'somebody-else', view: { screen: 'somebody-else', maskedName: '张*明', inpatients: true } },
  { id: 'somebody-else-hostile-name', view: { screen: 'somebody-else', maskedName: hostileName, inpatients: false } },
  {
    id: 'next-step-acting',
    view: {
      screen: 'next-step',
      glance: noGlance,
      maskedName: '许*乐',
      acting: sampleActing,
      step: sampleStep,
      others: [],
    },
  },
  {
    id: 'next-step-looking-only',
    view: {
      screen: 'next-step',
      glance: noGlance,
      maskedName: '罗*',
      acting: { ...sampleActing, mayCheckIn: false },
      step: sampleStep,
      others: [],
    },
  },
];
