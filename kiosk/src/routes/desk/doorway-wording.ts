import type { Language } from '#lib/words/language.ts';

const zh = {
  loginTitle: '登录诊台',
  loginRefusals: { 'role-not-allowed': '您的账号不能在诊台叫号。' },
  enrolmentTitle: '这台电脑还不是诊台',
  enrolmentHint: '向管理员要一个注册码，在这里输入一次就好。注册码 15 分钟内有效。',
  code: '注册码',
  enrol: '注册这台电脑',
  enrolling: '正在注册…',
  enrolRefusals: {
    'bad-shape': '没有这个注册码，请核对后再输入。',
    'code-for-another': '这是别的设备的注册码，请要一个诊台的注册码。',
  },
  demoDesks: '演示：这台电脑可以直接当',
};

const en: typeof zh = {
  loginTitle: 'Log in at this desk',
  loginRefusals: { 'role-not-allowed': 'Your account cannot call patients at a desk.' },
  enrolmentTitle: 'This computer is not a desk yet',
  enrolmentHint: 'Ask the operator for an enrolment code and type it here once. A code is good for 15 minutes.',
  code: 'Enrolment code',
  enrol: 'Enrol this computer',
  enrolling: 'Enrolling…',
  enrolRefusals: {
    'bad-shape': 'There is no such code; please check it.',
    'code-for-another': 'This code is for another kind of device; ask for the code of a desk.',
  },
  demoDesks: 'Demo: this computer may simply be',
};

/** Words before a desk: its enrolment and its login. */
export const doorwayWording: Readonly<Record<Language, typeof zh>> = { zh, en };
