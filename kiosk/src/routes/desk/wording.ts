import type { ActingRelation, Lane } from '@lobby/hub/contract';
import type { KeyedAction } from './desk-keys.ts';
import type { Language } from '#lib/words/language.ts';

const zh = {
  title: '诊台',
  otherLanguage: 'English',
  // Header and footer
  waiting: (n: number) => `候诊 ${n}`,
  seen: (n: number) => `今日已看 ${n}`,
  average: (text: string) => `平均 ${text}`,
  duration: (seconds: number) =>
    seconds < 60
      ? `${seconds} 秒`
      : `${Math.floor(seconds / 60)} 分${seconds % 60 === 0 ? '钟' : ` ${seconds % 60} 秒`}`,
  logout: '退出登录',
  live: '实时',
  joining: '正在连接…',
  lost: (at: string) => `与系统的连接断了，正在重新连接。名单停在 ${at}。`,
  dataAge: (seconds: number) => `${seconds} 秒前的数据`,
  // Now serving
  serving: '正在就诊',
  nobodyServed: '诊室里没有患者',
  recalled: (times: number) => `已呼叫 ${times} 次`,
  calledAt: (at: string) => `${at} 呼叫`,
  shownAt: (screen: string, at: string) => `候诊屏 ${screen} 已显示 ${at}`,
  notShown: (screen: string) => `候诊屏 ${screen} 还没有显示这次呼叫`,
  screenMuted: (screen: string) => `候诊屏 ${screen} 没有声音，请在屏上点一下`,
  screenAway: (screen: string) => `候诊屏 ${screen} 没有连接，患者看不到呼叫`,
  noScreens: '本诊区没有候诊屏，请口头叫号',
  sex: { male: '男', female: '女', unknown: '' },
  age: (years: number) => `${years} 岁`,
  slot: (at: string) => `预约 ${at}`,
  walkIn: '现场挂号',
  // Actions
  actions: { next: '呼叫下一位', recall: '重呼', missed: '过号', finish: '完成' } satisfies Record<KeyedAction, string>,
  doing: {
    next: '正在呼叫…',
    recall: '正在重呼…',
    missed: '正在记过号…',
    finish: '正在完成…',
  } satisfies Record<KeyedAction, string>,
  done: {
    next: (label: string) => `已呼叫 ${label}`,
    recall: (label: string) => `已重呼 ${label}`,
    missed: (label: string) => `${label} 已记为过号`,
    finish: (label: string) => `${label} 已完成`,
  },
  retrying: '没有回音，再试…',
  nobodyToCall: '没有人候诊',
  failed: '系统没有执行，请再按一次；还不行请找工作人员。',
  noAnswer: '没有连上系统，不知道是否已执行。恢复后请先看“正在就诊”，再决定要不要再按。',
  space: '空格',
  // Lists
  columns: { label: '次序', patient: '患者', checkedIn: '签到', reason: '为什么排在这里' },
  waited: (minutes: number) => (minutes < 1 ? '刚到' : `等了 ${minutes} 分`),
  lanes: { normal: '', return: '回诊', missed: '过号', late: '迟到' } satisfies Record<Lane, string>,
  misses: (n: number) => `过号 ${n} 次`,
  actedBy: { parent: '家长代办', guardian: '监护人代办', relative: '家人代办' } satisfies Record<
    ActingRelation,
    string
  >,
  nobodyWaits: '现在没有人候诊',
  nobodyWaitsHint: '患者签到后会自动出现在这里。',
  missedTitle: (n: number) => `过号 ${n} 位`,
  missedHint: '重新签到后再排队',
  // Login
  loginTitle: '登录诊台',
  loginRefusals: { 'role-not-allowed': '您的账号不能在诊台叫号。' },
  // Enrolment
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

export type DeskWording = typeof zh;

const en: DeskWording = {
  title: 'Desk',
  otherLanguage: '中文',
  waiting: (n) => `${n} waiting`,
  seen: (n) => `${n} seen today`,
  average: (text) => `average ${text}`,
  duration: (seconds) =>
    seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`,
  logout: 'Log out',
  live: 'Live',
  joining: 'Connecting…',
  lost: (at) => `The hub cannot be reached; trying again. The list is as of ${at}.`,
  dataAge: (seconds) => `${seconds} s old`,
  serving: 'Now serving',
  nobodyServed: 'No patient in the room',
  recalled: (times) => `called ${times} times`,
  calledAt: (at) => `called ${at}`,
  shownAt: (screen, at) => `Shown on screen ${screen} at ${at}`,
  notShown: (screen) => `Screen ${screen} has not shown this call yet`,
  screenMuted: (screen) => `Screen ${screen} is mute; tap on it once`,
  screenAway: (screen) => `Screen ${screen} is not connected; patients cannot see the call`,
  noScreens: 'This area has no screen; please call out loud',
  sex: { male: 'male', female: 'female', unknown: '' },
  age: (years) => `${years} y`,
  slot: (at) => `Booked ${at}`,
  walkIn: 'Walk-in',
  actions: { next: 'Call next patient', recall: 'Recall', missed: 'Missed', finish: 'Finish' },
  doing: { next: 'Calling…', recall: 'Recalling…', missed: 'Marking…', finish: 'Finishing…' },
  done: {
    next: (label) => `${label} called`,
    recall: (label) => `${label} recalled`,
    missed: (label) => `${label} marked as missed`,
    finish: (label) => `${label} finished`,
  },
  retrying: 'No answer, trying again…',
  nobodyToCall: 'Nobody is waiting',
  failed: 'The hub did not do it. Press again; if it still fails, ask for help.',
  noAnswer:
    'The hub cannot be reached; it may or may not have been done. When it is back, look at “Now serving” first.',
  space: 'Space',
  columns: { label: 'Ticket', patient: 'Patient', checkedIn: 'Checked in', reason: 'Why in this order' },
  waited: (minutes) => (minutes < 1 ? 'just now' : `${minutes} min`),
  lanes: { normal: '', return: 'Return', missed: 'Missed', late: 'Late' },
  actedBy: { parent: 'By a parent', guardian: 'By a guardian', relative: 'By a relative' },
  misses: (n) => (n === 1 ? 'missed once' : `missed ${n} times`),
  nobodyWaits: 'Nobody is waiting',
  nobodyWaitsHint: 'Patients appear here as they check in.',
  missedTitle: (n) => `${n} missed`,
  missedHint: 'back in line after checking in again',
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

export const deskWording: Readonly<Record<Language, DeskWording>> = { zh, en };
