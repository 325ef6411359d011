import type { FewerWords } from '#lib/words/by-mode.ts';
import type { VisitWording } from './wording.ts';

/** What elder mode says in fewer words; a bar marks where a line may be broken. */
const zh: FewerWords<VisitWording> = {
  welcome: {
    noPaper: '现在打不出号票，|号码会显示在屏幕上。',
    noReader: '身份证|暂时读不了。',
    away: () => '医院系统没有回应，|现在可能办不了。',
  },
  identifying: { slow: '医院系统正忙，|请再等一下。' },
  lookingUp: { slow: '医院系统正忙，|请再等一下。' },
  outOfService: {
    hub: { sentence: '请到人工窗口办理。' },
    agent: { sentence: '请用旁边的机器。' },
  },
  visitRefused: {
    'patient-unknown': { sentence: '请先到人工窗口建档。' },
    'name-differs': { title: '证件上的姓名|和登记的不一样', sentence: '请到人工窗口核对。' },
    'hospital-unavailable': { sentence: '请过一会儿再来，|或者到人工窗口。' },
  },
  noFileYet: { sentence: '替住院的家人办，|请点下面的按钮。' },
  cardTrouble: {
    unreadable: { sentence: '请再放一次，|或者再刷一次。' },
    'number-invalid': { sentence: '请再放一次。' },
    'wrong-code': { sentence: '请用医保码。' },
    'code-too-long': { sentence: '请用医保码。' },
    'payment-code': { sentence: '请打开医保码。' },
    'slip-code': { sentence: '办事请用身份证。' },
    'badge-not-now': { sentence: '患者请用身份证。' },
  },
  awaySince: (time: string) => `从 ${time} 起|没有回应。`,
  agendaUnavailable: { sentence: '医院系统没有回应。' },
  step: { late: '预约时间过了，|会晚一点叫您。', start: '签到' },
  nothingToday: { sentence: '想看病，|请到挂号窗口。' },
  idle: { sentence: '没有人用，|会自动退出。' },
};

const en: FewerWords<VisitWording> = {
  welcome: {
    title: 'Please put your ID card on the reader',
    noPaper: 'No paper tickets now. Your number will be on the screen.',
    cardLeft: 'Please take the card away first.',
    otherWays: 'Please tap a button below',
    noReader: 'ID cards cannot be read now.',
    away: () => 'The hospital system does not answer.',
  },
  outOfService: {
    hub: { sentence: 'Please go to a staffed window.' },
    reader: { sentence: 'Please use the terminal beside it.' },
    agent: { sentence: 'Please use the terminal beside it.' },
    comesBack: 'It comes back by itself.',
  },
  identifying: { title: 'Reading your card, leave it there', slow: 'The hospital system is busy. Please wait.' },
  lookingUp: { slow: 'The hospital system is busy. Please wait.' },
  cardTrouble: {
    unreadable: { sentence: 'Please put it down flat once more.' },
    'not-supported': { title: 'This document does not work here', sentence: 'Please use your ID card.' },
    'wrong-code': { sentence: 'Please show your insurance code.' },
    'code-too-long': { sentence: 'Please show your insurance code.' },
    'payment-code': { title: 'This is for payments', sentence: 'Please open your insurance code.' },
    'slip-code': { sentence: 'Please use your ID card.' },
    'badge-not-now': { sentence: 'Please use your ID card.' },
    'number-invalid': { title: 'It was not read correctly', sentence: 'Please put it down once more.' },
  },
  visitRefused: {
    'patient-unknown': { sentence: 'Please go to a staffed window first.' },
    'name-differs': { title: 'The name differs from our file', sentence: 'Please go to a staffed window.' },
    'hospital-unavailable': { sentence: 'Please come back in a while, or go to a staffed window.' },
  },
  noFileYet: { sentence: 'For a relative in a ward, tap the button below.' },
  awaySince: (time: string) => `No answer since ${time}.`,
  agendaUnavailable: { title: 'We could not see your appointments', sentence: 'The hospital system does not answer.' },
  step: { late: 'You are late. You will be called later.', start: 'Check in', notThis: 'Not this' },
  already: {
    paper: { none: { note: 'It is not printed yet.' }, unsure: { note: 'Maybe it was not printed.' } },
    waiting: { title: 'You are checked in', sentence: 'Please wait for your call.' },
    called: { sentence: 'You need no new number.' },
  },
  nothingToday: { sentence: 'Please go to the registration window.' },
  idle: { sentence: 'The screen closes when nobody is here.' },
};

export const fewerVisitWords = { zh, en };
