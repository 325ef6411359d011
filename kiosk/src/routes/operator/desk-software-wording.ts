import type { Language } from '#lib/words/language.ts';

const zh = {
  title: '医生自己的软件',
  hint: '医生自己的软件凭它在诊台叫号，每一次都记在这个人名下。',
  person: '替谁叫',
  desk: '在哪个诊台',
  issue: '发一个凭据',
  issuedAt: (at: string) => `${at} 发`,
  withdraw: '收回',
  once: '只显示这一次。请现在填到那个软件里。',
  close: '关闭',
};

const en: typeof zh = {
  title: 'Doctors’ own software',
  hint: 'With this, a doctor’s own software calls at a desk, and every call is kept under that person.',
  person: 'Acts for',
  desk: 'At the desk',
  issue: 'Issue a credential',
  issuedAt: (at) => `issued ${at}`,
  withdraw: 'Withdraw',
  once: 'Shown this once. Enter it in that software now.',
  close: 'Close',
};

export const deskSoftwareWording: Readonly<Record<Language, typeof zh>> = { zh, en };
