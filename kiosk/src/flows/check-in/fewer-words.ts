import type { FewerWords } from '#lib/words/by-mode.ts';
import type { CheckInWording } from './wording.ts';

/** What elder mode says in fewer words; a bar marks where a line may be broken. */
const zh: FewerWords<CheckInWording> = {
  checkingIn: { sentence: '请稍等。', slow: '医院系统有点慢，|请再等一下。' },
  ticket: { nobodyAhead: '下一位|就是您', late: '会晚一点叫您' },
  onScreen: { troubles: { unsure: '号票可能没有打出来，|不影响看病。' } },
  refused: {
    'no-such-appointment': { sentence: '请到挂号窗口问一下。' },
    'not-here': { sentence: '请到诊区的分诊台。' },
    'refused-by-hospital': { sentence: '请到分诊台。' },
  },
  tooLate: { sentence: '请到分诊台。' },
  uncertain: {
    'hospital-unavailable': { title: '还没有签到', sentence: '医院系统没有回应，|可以再签一次。' },
  },
};

const en: FewerWords<CheckInWording> = {
  checkingIn: { sentence: 'One moment, please.', slow: 'The hospital system is slow. Please wait a little.' },
  ticket: { ahead: { after: ' ahead' }, nobodyAhead: 'You are next', late: 'Called later' },
  printing: { title: 'Printing your ticket' },
  printed: { title: 'Please take your ticket', again: 'Please take your ticket' },
  onScreen: {
    title: 'Keep this number',
    again: 'Keep this number',
    troubles: { unsure: 'Maybe no paper came out. Your place counts.' },
    remembered: 'I remember it',
  },
  tooEarly: { opens: 'check-in', sentence: 'Please come back then.' },
  tooLate: { sentence: "Please go to the nurse's desk." },
  refused: {
    'no-such-appointment': { sentence: 'Please ask at the registration window.' },
    'not-here': { sentence: 'There is a terminal in its waiting area.' },
    'refused-by-hospital': { title: 'Checking in did not work', sentence: "Please go to the nurse's desk." },
  },
  uncertain: {
    'hospital-unavailable': { title: 'You are not checked in yet', sentence: 'Please try again.' },
    'outcome-unknown': { sentence: 'Please check again.' },
  },
};

export const fewerCheckInWords = { zh, en };
