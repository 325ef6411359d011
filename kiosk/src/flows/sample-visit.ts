import { ways, type IdentificationRules } from './visit/ways/facts.ts';
import type { Agenda, PlaceTold, Step, TicketView } from '@lobby/hub/contract';

/* An invented morning in the demo hospital: what the gallery shows and the tests of the flows play with. */

/** A site that allows every way. */
export const sampleRules: IdentificationRules = {
  secondFactors: ['birth-date', 'phone-end'],
  staffMayVouch: true,
  badgesVouch: true,
  inpatients: true,
  ways,
};

export const sampleZone = 'Asia/Shanghai';
/** 08:52 in the hospital. */
export const sampleNow = Date.parse('2026-11-23T00:52:00.000Z');

export const sampleTicket: TicketView = {
  ticketId: 't-1',
  label: 'A012',
  state: 'waiting',
  queue: { zh: '心血管内科', en: 'Cardiology' },
  queueId: 'cardiology',
  area: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
  place: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
  level: 3,
  practitioner: { zh: '李文', en: 'Li Wen' },
  slotStart: '2026-11-23T01:00:00.000Z',
  slotEnd: '2026-11-23T01:20:00.000Z',
  checkedInAt: '2026-11-23T00:52:00.000Z',
  ahead: 4,
  lane: 'normal',
  byProxy: false,
  wait: { ahead: 4, expected: { fromMinutes: 20, toMinutes: 35 }, clinic: 'open', reason: null },
  reports: null,
};

export const sampleStep: Step = {
  stepId: 's-1',
  kind: 'appointment',
  state: 'ready',
  clinic: { zh: '心血管内科', en: 'Cardiology' },
  practitioner: { zh: '李文', en: 'Li Wen' },
  queueId: 'cardiology',
  place: { zh: '心内科候诊区', en: 'Cardiology waiting area' },
  level: 3,
  slotStart: '2026-11-23T01:00:00.000Z',
  slotEnd: '2026-11-23T01:20:00.000Z',
  opensAt: '2026-11-23T00:30:00.000Z',
  waiting: 4,
  late: false,
  ticket: null,
  joining: {
    ahead: 4,
    expected: { fromMinutes: 20, toMinutes: 35 },
    clinic: 'open',
    reason: null,
    place: null,
  },
};

export const sampleEyeStep: Step = {
  ...sampleStep,
  stepId: 's-2',
  state: 'too-early',
  clinic: { zh: '眼科', en: 'Ophthalmology' },
  practitioner: { zh: '周敏', en: 'Zhou Min' },
  place: { zh: '眼科候诊区', en: 'Eye clinic waiting area' },
  level: 4,
  slotStart: '2026-11-23T06:00:00.000Z',
  slotEnd: '2026-11-23T06:20:00.000Z',
  opensAt: '2026-11-23T05:30:00.000Z',
  waiting: 0,
};

export const sampleSkinStep: Step = {
  ...sampleStep,
  stepId: 's-3',
  state: 'ready',
  clinic: { zh: '皮肤科', en: 'Dermatology' },
  practitioner: null,
  place: { zh: '皮肤科候诊区', en: 'Dermatology waiting area' },
  level: 2,
  slotStart: '2026-11-23T02:30:00.000Z',
  slotEnd: '2026-11-23T03:00:00.000Z',
  waiting: 11,
};

export const sampleAgenda: Agenda = {
  maskedName: '张*明',
  acting: null,
  next: sampleStep,
  rest: [sampleSkinStep, sampleEyeStep],
};

/** As long as a clinic's name gets: 60 Hanzi. */
export const longName = {
  zh: '心血管内科与心脏康复及高血压代谢综合征多学科联合诊疗特需门诊（国家区域医疗中心东院区三号楼）儿童青少年及老年专病诊疗中心一区',
  en: 'Cardiovascular medicine, cardiac rehabilitation and hypertension multidisciplinary clinic, East Campus building three',
};

/** A name that would turn what follows it, and stand out as markup. */
export const hostileName = `${'\u202e'}䶮*<b>㛃</b>`;

/** Where a check-in leads that is not one like all others. */
export function sampleAgain(lane: PlaceTold['lane'], rule: PlaceTold['rule']): NonNullable<Step['joining']> {
  const place = { lane, rule, others: rule === 'after' ? 3 : null };
  return { ahead: 3, expected: { fromMinutes: 15, toMinutes: 30 }, clinic: 'open', reason: null, place };
}
