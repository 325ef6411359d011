import type { CardTrouble } from '@lobby/hub/contract';

/** What is said of a card, stripe, passport or code that opens nothing. A bar marks where a line may be broken. */
type CardTroubleWording = Readonly<Record<CardTrouble, { title: string; sentence: string }>>;

const zh: CardTroubleWording = {
  unreadable: { title: '没有读出来', sentence: '请拿起来，再平着放一次；|刷卡的请再刷一次。' },
  'not-supported': { title: '这种证件|这里还不能用', sentence: '请换身份证，|或者到人工窗口办理。' },
  'number-invalid': { title: '证件上的号码|没有读对', sentence: '请再放一次；|还是不行，|请到人工窗口。' },
  'bank-card': { title: '这是银行卡', sentence: '请换就诊卡或身份证。' },
  'wrong-code': { title: '这个码|这里不能用', sentence: '请用医保码、|电子健康卡，|或者就诊卡上的码。' },
  'code-too-long': { title: '这个码太长，|读不了', sentence: '请用医保码、|电子健康卡，|或者就诊卡上的码。' },
  'payment-code': { title: '这是付款码', sentence: '请打开医保码，|或者电子健康卡。' },
  'slip-code': { title: '这是我们打印的|小票', sentence: '小票请自己留好。|办事请用身份证，|或者医保码。' },
  'badge-not-now': { title: '这是工牌', sentence: '现在不用扫工牌。|患者请用身份证，|或者医保码。' },
};

const en: CardTroubleWording = {
  unreadable: {
    title: 'It could not be read',
    sentence: 'Please lift it and put it down flat once more, or swipe it again.',
  },
  'not-supported': {
    title: 'This kind of document does not work here yet',
    sentence: 'Please use your ID card, or go to a staffed window.',
  },
  'number-invalid': {
    title: 'The number was not read correctly',
    sentence: 'Please try once more. If it fails again, go to a staffed window.',
  },
  'bank-card': { title: 'This is a bank card', sentence: 'Please use your hospital card or ID card.' },
  'wrong-code': {
    title: 'This code does not work here',
    sentence: 'Please show your insurance code, health code, or the code on your hospital card.',
  },
  'code-too-long': {
    title: 'This code is too long to read',
    sentence: 'Please show your insurance code, health code, or the code on your hospital card.',
  },
  'payment-code': {
    title: 'This is a payment code',
    sentence: 'Please open your insurance code or health code instead.',
  },
  'slip-code': {
    title: 'This is a slip from us',
    sentence: 'Keep it with you. To go on here, please use your ID card or insurance code.',
  },
  'badge-not-now': {
    title: 'This is a staff badge',
    sentence: 'No badge is needed now. Patients, please use an ID card or insurance code.',
  },
};

export const cardTroubleWording = { zh, en };
