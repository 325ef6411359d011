import { byMode } from '#lib/words/by-mode.ts';
import { fewerWaitWords } from './fewer-words.ts';

/** A bar marks where a line may be broken. */
const zh = {
  expected: (from: number | string, to: number | string) => `约 ${from}–${to} 分钟`,
  within: (to: number | string) => `${to} 分钟以内`,
  hours: (from: number | string, to: number | string) => `约 ${from}–${to} 小时`,
  unknown: '要等多久暂时说不准',
  paused: '诊室暂停叫号，|一会儿继续',
  stopped: '今天不再叫号了，|请到分诊台',
  ahead: { before: '前面 ', after: ' 人' },
  nobodyAhead: '前面没有人',

  clinicStopped: { title: '今天|不再叫号了', sentence: '请到分诊台，|护士会帮您改时间|或者换医生。' },
  clinicPaused: { title: '您已经签到了', sentence: '诊室暂停叫号，|一会儿继续，|请别走远。' },
  held: { title: '您的号|先放着', sentence: '号还在，不会作废。|什么时候叫，|请问分诊台的护士。' },
  dropped: '原来的号退掉了，|可以重新签到。',
  void: { title: '这个号|不能再用了', sentence: '过号次数太多，按规定作废。|还想看病，|请到分诊台重新挂号。' },

  missed: { title: '叫到您时|没有应答', start: '重新签到，打印号票' },
  return: { title: '检查做完了，|请回诊签到', start: '回诊签到，打印号票' },
  /** Where a check-in leads, by the rule of the queue. */
  places: {
    'in-turn': '签到以后，|和别人轮流叫您。',
    after: (others: number | string) => `签到以后，|再叫 ${others} 人就叫您。`,
    'end-of-slot': '签到以后，|排在这个时段的最后。',
    'end-of-session': '签到以后，|排在这半天的最后。',
    'as-normal': '签到以后，|照常排队。',
  },
  latePlaces: {
    'in-turn': '预约时间过了：|现在签到，和别人轮流叫您。',
    after: (others: number | string) => `预约时间过了：|现在签到，再叫 ${others} 人就叫您。`,
    'end-of-slot': '预约时间过了：|现在签到，排在这个时段的最后。',
    'end-of-session': '预约时间过了：|现在签到，排在这半天的最后。',
    'as-normal': '预约时间过了：|现在签到，照常排队。',
  },

  reports: {
    missing: (ready: number | string, awaited: number | string) => `报告已出 ${ready}/${awaited}，|请等待`,
    sentence: '报告出齐了再来签到，|位置给您留着。',
    ready: (awaited: number | string) => `${awaited} 份报告都出来了。`,
    anyway: '医生让我现在回去',
  },

  states: {
    missed: '没应答，请重新签到',
    'at-tests': '检查后回诊',
    held: '号先放着',
    void: '已经作废',
    stopped: '今天不叫号了',
    dropped: '可以重新签到',
  },
};

/** The same keys in both languages, checked by type. */
export type WaitWording = typeof zh;

const en: WaitWording = {
  expected: (from, to) => `about ${from}–${to} min`,
  within: (to) => `within ${to} min`,
  hours: (from, to) => `about ${from}–${to} hours`,
  unknown: 'The wait cannot be foretold now',
  paused: 'No calls for a short while',
  stopped: "No more calls today, please go to the nurse's desk",
  ahead: { before: '', after: ' ahead of you' },
  nobodyAhead: 'Nobody ahead',

  clinicStopped: {
    title: 'No more calls today',
    sentence: "Please go to the nurse's desk. They will find another time or doctor.",
  },
  clinicPaused: { title: 'You have checked in already', sentence: 'No calls for a short while. Please stay near.' },
  held: {
    title: 'Your number is kept aside',
    sentence: "You do not lose it. The nurse's desk knows when you will be called.",
  },
  dropped: 'Your old number was taken out. You can check in again.',
  void: {
    title: 'This number is no longer valid',
    sentence: "It was called too often. To be seen, please register again at the nurse's desk.",
  },

  missed: { title: 'Your number was called, nobody came', start: 'Check in again, print ticket' },
  return: { title: 'Tests done? Please check in again', start: 'Check in again, print ticket' },
  places: {
    'in-turn': 'You will be called in turn with the others.',
    after: (others) => `You will be called after ${others} others.`,
    'end-of-slot': 'You will be called last of this time slot.',
    'end-of-session': 'You will be called last of this half day.',
    'as-normal': 'You will wait like everybody else.',
  },
  latePlaces: {
    'in-turn': 'Your time has passed. You will be called in turn with the others.',
    after: (others) => `Your time has passed. You will be called after ${others} others.`,
    'end-of-slot': 'Your time has passed. You will be called last of this time slot.',
    'end-of-session': 'Your time has passed. You will be called last of this half day.',
    'as-normal': 'Your time has passed. You can still check in as usual.',
  },

  reports: {
    missing: (ready, awaited) => `${ready} of ${awaited} reports ready, please wait`,
    sentence: 'Please check in when all reports are there. Your place is kept.',
    ready: (awaited) => `All ${awaited} reports are ready.`,
    anyway: 'My doctor wants me back now',
  },

  states: {
    missed: 'Check in again',
    'at-tests': 'Back from tests',
    held: 'Kept aside',
    void: 'No longer valid',
    stopped: 'No more calls',
    dropped: 'Check in again',
  },
};

export const waitWording = { zh, en };
export const waitWords = byMode(waitWording, fewerWaitWords);
