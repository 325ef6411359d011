import { byMode } from '#lib/words/by-mode.ts';
import type { PaperTrouble } from './facts.ts';
import { fewerCheckInWords } from './fewer-words.ts';

interface Said {
  readonly title: string;
  readonly sentence: string;
}

/** A bar marks where a line may be broken. */
const zh = {
  checkingIn: {
    title: '正在签到',
    sentence: '正在等医院系统确认，|请稍等。',
    slow: '医院系统正忙，|正在替您签到。|不用再点，|也不用再刷卡。',
  },

  ticket: {
    /** Around a number of people. */
    ahead: { before: '前面 ', after: ' 人' },
    nobodyAhead: '前面没有人，|下一位就是您',
    late: '迟到，排在后面一些',
    queue: '科室',
    place: '去这里等',
    go: '请到这里',
    time: '预约',
    nextTitle: '接下来',
    wait: '请坐下等，|大屏会叫您的号。',
    next: ['带好号票和证件', '到候诊区坐下等', '看大屏，听叫号'],
  },

  printing: { title: '签到好了，|正在打印号票', again: '正在再打印一张' },
  printed: {
    title: '签到好了，|请取走号票',
    again: '打好了，|请取走号票',
    card: '别忘了拿走您的卡',
  },

  onScreen: {
    title: '签到好了，|请记住号码',
    again: '请记住|您的号码',
    counts: '不影响看病：|请去坐下等，|大屏会叫这个号。',
    elsewhere: '要号票，|在别的自助机放上同一张卡|就能补打。',
    troubles: {
      'paper-out': '打印纸用完了，|号票没有打出来。',
      'cover-open': '打印机的盖子开着，|号票没有打出来。',
      offline: '打印机没有连上，|号票没有打出来。',
      fault: '打印机出了故障，|号票没有打出来。',
      silent: '打印机没有回应，|号票没有打出来。',
      unsure: '号票可能没有打出来。',
    } satisfies Record<PaperTrouble, string>,
    /** Both in one, without the cause, which the picture shows. */
    notPrinted: '号票没有打出来，|不影响看病。',
    printAgain: '再打印一次',
    remembered: '记住了，完成',
  },

  tooEarly: {
    title: '还没到|签到时间',
    opens: '开始签到',
    sentence: '请先休息一下，|到时候再来。',
  },
  tooLate: {
    title: '签到时间|已经过了',
    sentence: '请到分诊台，|护士会帮您安排。',
  },

  refused: {
    'no-such-appointment': {
      title: '没有找到|这个预约',
      sentence: '它可能改期或者取消了，|请到挂号窗口问一下。',
    },
    'not-here': { title: '这个科室|请到诊区签到', sentence: '请到诊区的机器|或者分诊台签到。' },
    'not-by-proxy': { title: '这一项|要本人来办', sentence: '请到分诊台，|护士会告诉您怎么办。' },
    'refused-by-hospital': { title: '这次签到|没有办成', sentence: '请到分诊台，|护士会帮您看一下。' },
  } satisfies Record<string, Said>,

  uncertain: {
    'hospital-unavailable': { title: '医院系统没有回应，|还没有签到', sentence: '可以再签一次，|或者到分诊台。' },
    'outcome-unknown': {
      title: '还不知道|签到成功没有',
      sentence: '请再查一次，|不会重复取号；|也可以过几分钟|再来刷一次卡。',
    },
    retry: { 'hospital-unavailable': '再签一次', 'outcome-unknown': '再查一次' },
  },

  back: '看今天的安排',
  finish: '完成',
};

/** The same keys in both languages, checked by type. */
export type CheckInWording = typeof zh;

const en: CheckInWording = {
  checkingIn: {
    title: 'Checking you in',
    sentence: 'Waiting for the hospital system to confirm.',
    slow: 'The hospital system is busy and is checking you in. No need to tap or to present your card again.',
  },

  ticket: {
    ahead: { before: '', after: ' ahead of you' },
    nobodyAhead: 'Nobody ahead, you are next',
    late: 'Late: called somewhat later',
    queue: 'Clinic',
    place: 'Wait here',
    go: 'Please go here',
    time: 'Appointment',
    nextTitle: 'What comes next',
    wait: 'Please take a seat, the screen will call your number.',
    next: [
      'Keep ticket and card with you',
      'Take a seat in the waiting area',
      'Watch the screen, listen for your number',
    ],
  },

  printing: { title: 'You are checked in, printing your ticket', again: 'Printing it again' },
  printed: {
    title: 'You are checked in, please take your ticket',
    again: 'Here it is, please take your ticket',
    card: "Don't forget your card",
  },

  onScreen: {
    title: 'You are checked in, please remember your number',
    again: 'Please remember your number',
    counts: 'Take a seat, the screen will call this number.',
    elsewhere: ' For paper, use another terminal.',
    troubles: {
      'paper-out': 'Out of paper, the ticket was not printed.',
      'cover-open': "The printer's cover is open, no ticket came.",
      offline: 'The printer is offline, no ticket came.',
      fault: 'The printer has a fault, no ticket came.',
      silent: 'The printer is silent, no ticket came.',
      unsure: 'The ticket may not have been printed.',
    },
    notPrinted: 'No paper came out. Your place counts.',
    printAgain: 'Print once more',
    remembered: 'I remember it, finish',
  },

  tooEarly: {
    title: 'It is too early to check in',
    opens: 'Check-in opens',
    sentence: 'Please take a rest and come back then.',
  },
  tooLate: {
    title: 'Check-in has closed',
    sentence: "Please go to the nurse's desk. They will find a place for you.",
  },

  refused: {
    'no-such-appointment': {
      title: 'We cannot find this appointment',
      sentence: 'It may have been moved or cancelled. Please ask at the registration window.',
    },
    'not-here': {
      title: 'Please check in at the clinic',
      sentence: "Use the terminal in its waiting area, or the nurse's desk.",
    },
    'not-by-proxy': {
      title: 'The patient has to do this in person',
      sentence: "Please go to the nurse's desk. They will tell you how.",
    },
    'refused-by-hospital': {
      title: 'The check-in did not work',
      sentence: "Please go to the nurse's desk. They will look into it.",
    },
  },

  uncertain: {
    'hospital-unavailable': {
      title: 'The hospital system does not answer, you are not checked in yet',
      sentence: "Try again, or go to the nurse's desk.",
    },
    'outcome-unknown': {
      title: 'We do not know yet whether it worked',
      sentence: 'Please check again, or come back with your card in a few minutes. You will not get a second number.',
    },
    retry: { 'hospital-unavailable': 'Try again', 'outcome-unknown': 'Check again' },
  },

  back: 'My appointments today',
  finish: 'Finish',
};

export const checkInWording = { zh, en };
export const checkInWords = byMode(checkInWording, fewerCheckInWords);
