import { byMode } from '#lib/words/by-mode.ts';
import { fewerWaysWords } from './fewer-words.ts';

/** A bar marks where a line may be broken. */
const zh = {
  also: '也可以用',
  ways: {
    code: { name: '医保码', how: '手机出示' },
    card: { name: '就诊卡', how: '刷卡或扫码' },
    passport: { name: '护照', how: 'Passport' },
    number: { name: '没有证件', how: '输入号码' },
  },

  showCode: { title: '请把手机上的码|对准扫码口', sentence: '医保码、电子健康卡|都可以，|请把屏幕调亮一点。' },
  showCard: { title: '请刷就诊卡', sentence: '磁条朝下，从上往下刷；|卡上有条码的，|请对准扫码口。' },
  showPassport: {
    title: '请把护照|打开到照片那页',
    laid: '放在护照阅读处；|读不出来，|就输入下面的内容。',
    typed: '这台机器要请您|输入护照上的内容。',
    lines: '输入最下面两行',
    number: '输入护照号码',
  },

  typing: {
    number: { title: '请输入身份证号|或就诊卡号', sentence: '下一步会再核对一项信息。' },
    'passport-number': { title: '请输入护照号码', sentence: '在照片页的右上角。' },
    'passport-lines': { title: '请输入护照|最下面两行', sentence: '行尾的 < 可以不输。' },
    'birth-date': { title: '出生日期是哪天？', sentence: '八位数字，|比如 1954 年 3 月 18 日|是 19540318。' },
    'phone-end': { title: '手机号后四位|是多少？', sentence: '是在医院登记的|那个手机号。' },
    'work-number': { title: '请工作人员|输入工号', sentence: '' },
    password: { title: '请工作人员|输入密码', sentence: '' },
    wristband: { title: '请输入病人|腕带上的号码', sentence: '在腕带条码的下面。' },
    'wristband-or-scan': { title: '请扫一扫病人的腕带，|或者输入号码', sentence: '号码在腕带条码的下面。' },
  },
  next: '下一步',
  remove: '删除',
  letters: 'A–Z',
  digits: '0–9',
  others: {
    staff: '请工作人员确认',
    password: '输入工号和密码',
    'birth-date': '改用出生日期',
    'phone-end': '改用手机号',
    lines: '输入最下面两行',
    number: '改用护照号码',
  },

  problem: '有一处要改：',
  problems: {
    'too-short': '还没有输完，请接着输。',
    'number-wrong': '号码不对，请对照证件看一看。',
    'date-wrong': '没有这一天，请再看一看。',
    'four-digits': '请输四位数字。',
    'not-matched': '和医院登记的对不上，请核对一下。',
    'lines-incomplete': '两行还不完整，请对照护照补齐。',
    'lines-number': '第二行开头的护照号不对。',
    'lines-birth-date': '第二行的出生日期不对。',
    'lines-expiry': '第二行的有效期不对。',
    'lines-whole': '第二行最后一位不对。',
    'lines-not-supported': '这不是护照的那两行。',
    'staff-not-recognised': '没有认出来，请再试一次。',
    'staff-locked': '输错太多次，请过几分钟，或请另一位同事。',
    'staff-not-allowed': '请护士或窗口的工作人员来确认。',
    'wristband-unknown': '没有找到这个号码，请核对一下。',
    'wristband-not-offered': '请先放上您自己的身份证，再替家人办。',
    'too-many-tries': '试的次数太多了，请找工作人员。',
    'no-answer': '医院系统没有回应，请再试一次。',
  },

  approval: {
    title: '请工作人员|扫一下工牌',
    sentence: '请把情况告诉工作人员，|由工作人员确认您的身份。',
    noScanner: '请工作人员|来确认身份',
  },

  owner: { bearer: '本人', ward: '家人' },
  somebodyElse: {
    title: '您今天为谁办？',
    cardOf: { before: '这是', heard: '这位', after: '的证件' },
    self: { before: '', after: '本人来办' },
    forBearer: { before: '我替', heard: '别人', after: '办' },
    inpatient: '替住院的家人办',
    wrongCard: '证件拿错了，换一张',
    open: '不是本人，或替别人办',
    short: '替别人办',
  },
  acting: { before: '您在替', heard: '别人', after: '办' },
  proxy: '代办',
};

/** The same keys in both languages, checked by type. */
export type WaysWording = typeof zh;

const en: WaysWording = {
  also: 'You can also use',
  ways: {
    code: { name: 'Insurance code', how: 'On your phone' },
    card: { name: 'Hospital card', how: 'Swipe or scan' },
    passport: { name: 'Passport', how: 'Read or type' },
    number: { name: 'No card', how: 'Type a number' },
  },

  showCode: {
    title: 'Hold the code on your phone to the scanner',
    sentence: 'Insurance code or e-health card. Make the screen bright, please.',
  },
  showCard: {
    title: 'Swipe your hospital card',
    sentence: 'Stripe down, from top to bottom. If the card has a bar code, hold it to the scanner.',
  },
  showPassport: {
    title: 'Open your passport at the photo page',
    laid: 'Lay it on the passport reader. If it cannot be read, type what is below.',
    typed: 'At this terminal, please type what is in your passport.',
    lines: 'Type the two lines at the bottom',
    number: 'Type the passport number',
  },

  typing: {
    number: { title: 'Type your ID number or hospital card number', sentence: 'One more detail is checked next.' },
    'passport-number': { title: 'Type your passport number', sentence: 'It is at the top right of the photo page.' },
    'passport-lines': {
      title: 'Type the two lowest lines of your passport',
      sentence: 'You can leave out the < at the end of a line.',
    },
    'birth-date': { title: 'What is your date of birth?', sentence: 'Eight digits: 18 March 1954 is 19540318.' },
    'phone-end': {
      title: 'What are the last four digits of your phone number?',
      sentence: 'Of the number that the hospital has.',
    },
    'work-number': { title: 'Staff: type your work number', sentence: '' },
    password: { title: 'Staff: type your password', sentence: '' },
    wristband: { title: "Type the number on the patient's wristband", sentence: 'It is below the bar code.' },
    'wristband-or-scan': {
      title: "Scan the patient's wristband, or type its number",
      sentence: 'The number is below the bar code.',
    },
  },
  next: 'Next',
  remove: 'Delete',
  letters: 'A–Z',
  digits: '0–9',
  others: {
    staff: 'Ask staff to confirm',
    password: 'Work number and password',
    'birth-date': 'Use date of birth',
    'phone-end': 'Use phone number',
    lines: 'Type the two lowest lines',
    number: 'Use the number instead',
  },

  problem: 'One thing to change: ',
  problems: {
    'too-short': 'It is not complete yet. Please go on.',
    'number-wrong': 'The number is not right. Please compare it with the card.',
    'date-wrong': 'There is no such day. Please look again.',
    'four-digits': 'Please type four digits.',
    'not-matched': 'It does not match our files. Please check it.',
    'lines-incomplete': 'The lines are not complete. Please compare them with the passport.',
    'lines-number': 'Line 2: the passport number at its start is not right.',
    'lines-birth-date': 'Line 2: the date of birth is not right.',
    'lines-expiry': 'Line 2: the expiry date is not right.',
    'lines-whole': 'Line 2: its last digit is not right.',
    'lines-not-supported': 'These are not the lines of a passport.',
    'staff-not-recognised': 'You were not recognised. Please try once more.',
    'staff-locked': 'Too many tries. Wait a few minutes, or ask a colleague.',
    'staff-not-allowed': 'Please ask a nurse or the staff of a window to confirm.',
    'wristband-unknown': 'We cannot find this number. Please check it.',
    'wristband-not-offered': 'Please put down your own ID card first.',
    'too-many-tries': 'There were too many tries. Please ask a member of staff.',
    'no-answer': 'The hospital system does not answer. Please try once more.',
  },

  approval: {
    title: 'A member of staff scans a badge here',
    sentence: 'Please tell a member of staff who you are. They confirm it.',
    noScanner: 'A member of staff confirms who you are',
  },

  owner: { bearer: 'You', ward: 'Family' },
  somebodyElse: {
    title: 'Who is this visit for?',
    cardOf: { before: 'This is the card of ', heard: 'this person', after: '' },
    self: { before: 'For me, ', after: '' },
    forBearer: { before: 'I am here for ', heard: 'somebody else', after: '' },
    inpatient: 'For a relative in a ward',
    wrongCard: 'Wrong card, use another one',
    open: 'Not me, or for somebody else',
    short: 'Not for me',
  },
  acting: { before: 'You are here for ', heard: 'somebody else', after: '' },
  proxy: 'by a relative',
};

export const waysWording = { zh, en };
export const waysWords = byMode(waysWording, fewerWaysWords);
