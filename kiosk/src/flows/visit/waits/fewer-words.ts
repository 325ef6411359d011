import type { FewerWords } from '#lib/words/by-mode.ts';
import type { WaitWording } from './wording.ts';

/** What elder mode says in fewer words; a bar marks where a line may be broken. */
const zh: FewerWords<WaitWording> = {
  unknown: '要等多久说不准',
  clinicStopped: { sentence: '请到分诊台。' },
  clinicPaused: { sentence: '暂停叫号，|请别走远。' },
  held: { sentence: '号还在。|请问分诊台的护士。' },
  void: { sentence: '请到分诊台|重新挂号。' },
  missed: { start: '重新签到' },
  return: { start: '回诊签到' },
  latePlaces: {
    'in-turn': '时间过了，|会晚一点叫您。',
    after: (others: number | string) => `时间过了，|再叫 ${others} 人叫您。`,
    'end-of-slot': '时间过了，|排在时段最后。',
    'end-of-session': '时间过了，|排在半天最后。',
    'as-normal': '时间过了，|照常排队。',
  },
  reports: { sentence: '出齐了再来。' },
};

const en: FewerWords<WaitWording> = {
  expected: (from: number | string, to: number | string) => `${from}–${to} min`,
  unknown: 'Wait not known',
  stopped: 'No more calls today',
  ahead: { before: '', after: ' ahead' },
  clinicStopped: { sentence: "Please go to the nurse's desk." },
  clinicPaused: { title: 'You are checked in', sentence: 'No calls just now. Stay near.' },
  held: { sentence: "Please ask at the nurse's desk." },
  dropped: 'You can check in again.',
  void: { sentence: "Please go to the nurse's desk." },
  missed: { title: 'You missed your call', start: 'Check in again' },
  return: { title: 'Please check in again', start: 'Check in again' },
  places: {
    'in-turn': 'You are called in turn.',
    after: (others: number | string) => `Called after ${others} others.`,
    'end-of-slot': 'Last of this time slot.',
    'end-of-session': 'Last of this half day.',
    'as-normal': 'You wait as usual.',
  },
  latePlaces: {
    'in-turn': 'You are late. You are called in turn.',
    after: (others: number | string) => `You are late: called after ${others} others.`,
    'end-of-slot': 'You are late: last of this slot.',
    'end-of-session': 'You are late: last of this half day.',
    'as-normal': 'You are late. You can check in.',
  },
  reports: {
    missing: (ready: number | string, awaited: number | string) => `${ready} of ${awaited} reports ready`,
    sentence: 'Come back when all are there.',
    anyway: 'The doctor wants me now',
  },
};

export const fewerWaitWords = { zh, en };
