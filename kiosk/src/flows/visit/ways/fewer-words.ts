import type { FewerWords } from '#lib/words/by-mode.ts';
import type { WaysWording } from './wording.ts';

/** What elder mode says in fewer words; a bar marks where a line may be broken. */
const zh: FewerWords<WaysWording> = {
  showCode: { sentence: '请把屏幕|调亮一点。' },
  showCard: { sentence: '磁条朝下，|从上往下刷。' },
  showPassport: { laid: '放在护照阅读处，|或者在下面输入。', typed: '请输入护照上的内容。' },
  typing: {
    'passport-lines': { title: '护照最下面两行' },
    'wristband-or-scan': { title: '请扫腕带，|或者输入号码' },
  },
  others: { password: '输入工号', number: '改输护照号' },
  problems: {
    'number-wrong': '号码不对，|请对照证件。',
    'not-matched': '和登记的对不上，|请核对一下。',
    'lines-incomplete': '两行还没有输完。',
    'lines-number': '第二行护照号不对。',
    'lines-birth-date': '第二行生日不对。',
    'lines-expiry': '第二行有效期不对。',
    'lines-whole': '第二行末位不对。',
    'lines-not-supported': '这不是那两行。',
    'staff-locked': '输错太多次，|请另一位同事来。',
    'staff-not-allowed': '请护士来确认。',
    'wristband-unknown': '没有找到，|请核对一下。',
    'wristband-not-offered': '请先放上|您的身份证。',
    'too-many-tries': '试得太多了，|请找工作人员。',
    'no-answer': '医院系统没有回应，|请再试一次。',
  },
  approval: { sentence: '请把情况|告诉工作人员。' },
};

const en: FewerWords<WaysWording> = {
  ways: { code: { name: 'Code' }, card: { name: 'Card' }, number: { name: 'No card' } },
  showCode: { title: 'Hold your code to the scanner', sentence: 'Please make the screen bright.' },
  showCard: { sentence: 'Stripe down, from top to bottom.' },
  showPassport: {
    title: 'Open the photo page',
    laid: 'Lay it on the passport reader, or type.',
    typed: 'Please type what is in it.',
    lines: 'Type the last two lines',
    number: 'Type its number',
  },
  typing: {
    number: { title: 'Your ID number or card number' },
    'passport-number': { title: 'Your passport number' },
    'passport-lines': { title: 'Its last two lines' },
    'birth-date': { title: 'Your date of birth' },
    'phone-end': { title: 'Last four digits of your phone' },
    'work-number': { title: 'Staff: work number' },
    password: { title: 'Staff: password' },
    wristband: { title: 'Number on the wristband' },
    'wristband-or-scan': { title: 'Scan the wristband, or type' },
  },
  others: {
    staff: 'Ask staff',
    password: 'Work number',
    'birth-date': 'Birth date',
    'phone-end': 'Phone',
    lines: 'Two lines',
    number: 'Use number',
  },
  problems: {
    'too-short': 'Please go on, it is not complete.',
    'number-wrong': 'Not right. Please look at the card.',
    'date-wrong': 'There is no such day.',
    'not-matched': 'It does not match. Please check.',
    'lines-incomplete': 'Not complete yet.',
    'lines-number': 'Line 2: number',
    'lines-birth-date': 'Line 2: birth date',
    'lines-expiry': 'Line 2: expiry date',
    'lines-whole': 'Line 2: last digit',
    'lines-not-supported': 'Not passport lines.',
    'staff-not-recognised': 'Please try once more.',
    'staff-locked': 'Too many tries. Please ask a colleague.',
    'staff-not-allowed': 'Please ask a nurse to confirm.',
    'wristband-unknown': 'Not found. Please check it.',
    'wristband-not-offered': 'Your own ID card first, please.',
    'too-many-tries': 'Too many tries. Please ask staff.',
    'no-answer': 'No answer. Please try once more.',
  },
  approval: {
    title: 'Staff scan a badge here',
    sentence: 'Please tell staff who you are.',
    noScanner: 'Staff confirm who you are',
  },
  somebodyElse: { inpatient: 'For somebody in a ward', wrongCard: 'Use another card' },
};

export const fewerWaysWords = { zh, en };
