import type { GuideLevel, GuidePlace, GuideStep, GuideWay } from '@lobby/hub/contract';
import type { Glance } from './glance.ts';

const ground: GuideLevel = {
  id: 'l1',
  ordinal: 0,
  sign: { zh: '1', en: '1' },
  name: { zh: '一楼', en: 'Ground floor' },
};
const third: GuideLevel = {
  id: 'l3',
  ordinal: 2,
  sign: { zh: '3', en: '3' },
  name: { zh: '三楼', en: 'Third floor' },
};
const basement: GuideLevel = {
  id: 'b1',
  ordinal: -1,
  sign: { zh: 'B1', en: 'B1' },
  name: { zh: '地下一层', en: 'Basement 1' },
};

export const sampleGoal: GuidePlace = {
  id: 'p-cardiology',
  name: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
  detail: { zh: '心血管内科', en: 'Cardiovascular medicine' },
  level: third,
};

export const samplePlaces: readonly GuidePlace[] = [
  sampleGoal,
  {
    id: 'p-ct',
    name: { zh: 'CT 室', en: 'CT room' },
    detail: { zh: '影像科 B101', en: 'Imaging B101' },
    level: basement,
  },
  { id: 'p-pharmacy', name: { zh: '门诊药房', en: 'Pharmacy' }, detail: null, level: ground },
  {
    id: 'p-long',
    name: {
      zh: '心血管内科与心脏康复及高血压代谢综合征多学科联合诊疗特需门诊',
      en: 'Cardiovascular medicine, cardiac rehabilitation and hypertension multidisciplinary clinic',
    },
    detail: { zh: '三号楼东区 3-12 至 3-18 诊室', en: 'Building three east, rooms 3-12 to 3-18' },
    level: third,
  },
  { id: 'p-toilet', name: { zh: '无障碍卫生间', en: 'Accessible toilet' }, detail: null, level: ground },
  {
    id: 'p-lab',
    name: { zh: '采血处', en: 'Blood draw' },
    detail: { zh: '检验科', en: 'Laboratory' },
    level: { ...third, id: 'l2', ordinal: 1, sign: { zh: '2', en: '2' }, name: { zh: '二楼', en: 'Second floor' } },
  },
  { id: 'p-cash', name: { zh: '收费处', en: 'Cashier' }, detail: null, level: ground },
];

const step = (of: Partial<GuideStep> & Pick<GuideStep, 'kind' | 'words'>): GuideStep => ({
  at: 0,
  metres: 20,
  turn: null,
  connector: null,
  level: null,
  ...of,
});

const steps: readonly GuideStep[] = [
  step({
    kind: 'start',
    turn: 'right',
    words: { zh: '面向屏幕，向右转身，走到药房', en: 'Facing the screen, turn right, walk to the pharmacy' },
  }),
  step({
    kind: 'connector',
    connector: 'lift',
    level: third,
    words: { zh: '乘3号电梯上到三楼', en: 'Take lift 3 up to the third floor' },
  }),
  step({
    kind: 'turn',
    turn: 'left',
    words: { zh: '出电梯左转，经过护士站', en: 'Turn left out of the lift, past the nurses' },
  }),
  step({
    kind: 'arrive',
    words: { zh: '右手边就是心内科候诊区', en: 'Cardiology waiting area is on your right' },
  }),
];

const manySteps: readonly GuideStep[] = [
  ...steps.slice(0, 1),
  step({ kind: 'turn', turn: 'left', words: { zh: '在收费处左转', en: 'Turn left at the cashier' } }),
  step({ kind: 'confirm', words: { zh: '经过自动售货机后继续直行', en: 'Go straight on past the vending machine' } }),
  ...steps.slice(1, 2),
  step({
    kind: 'turn',
    turn: 'slight-right',
    words: { zh: '在饮水处向右前方走', en: 'Bear right at the drinking fountain' },
  }),
  ...steps.slice(2),
];

/** Three floors up by lift, in four steps. */
export const sampleWay: GuideWay = {
  version: 'v1',
  profile: 'default',
  from: { id: 'k01', name: { zh: '1 号自助机', en: 'Terminal 1' }, detail: null, level: ground },
  to: sampleGoal,
  heading: 0,
  summary: {
    words: { zh: '约4分钟 · 180米 · 2次转弯 · 乘电梯1次', en: 'About 4 min · 180 m · 2 turns · 1 lift' },
    minutes: 4,
    metres: 180,
    turns: 2,
    lifts: 1,
    flights: 0,
  },
  steps: [...steps],
  path: [
    { level: 'l1', x: 0, y: 0, via: null },
    { level: 'l1', x: 30, y: 0, via: 'walk' },
    { level: 'l3', x: 30, y: 0, via: 'lift' },
    { level: 'l3', x: 30, y: 40, via: 'walk' },
  ],
  phone:
    'http://192.0.2.10:3000/w#eyJmIjp7Im9mIjoidGVybWluYWwiLCJpZCI6IkswMSJ9LCJ0Ijp7Im9mIjoiYXJlYSIsImlkIjoiY2FyZGlvbG9neS0zZiJ9LCJwIjoiZGVmYXVsdCJ9.3q2-7wAAAAAAAAAAAAAAAA',
};

export const sampleLongWay: GuideWay = { ...sampleWay, steps: [...manySteps] };

export const noGlance: Glance = { of: 'none' };
export const sampleGlance: Glance = {
  of: 'way',
  way: sampleWay,
  to: { of: 'queue', id: 'cardiology' },
  plan: null,
};
export const sampleLongGlance: Glance = {
  of: 'way',
  way: sampleLongWay,
  to: { of: 'queue', id: 'cardiology' },
  plan: null,
};
