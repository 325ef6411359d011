import type { AreaMode, AreaStatus } from '@lobby/hub/contract';
import { ageIn } from './age-text.ts';

type Waiting = Pick<AreaStatus, 'waitingOwn' | 'waitingOutside' | 'called'>;

const zh = {
  modes: { owned: '本系统排队', mirrored: '医院系统排队' } satisfies Record<AreaMode, string>,
  waiting: ({ waitingOwn, waitingOutside, called }: Waiting) => {
    const all = waitingOwn + waitingOutside;
    return `${all === 0 ? '没有人在等' : `${all} 人在等`}${called === 0 ? '' : `，${called} 人已叫到`}`;
  },
  mixed: (own: number) => `其中 ${own} 人拿的是本系统的号`,
  heard: (seconds: number) => `${ageIn(seconds, ['秒', '分钟', '小时', '天'])}前有消息`,
  silent: (seconds: number) => `已 ${ageIn(seconds, ['秒', '分钟', '小时', '天'])}没有消息，屏幕上的可能是旧的`,
  never: '还没有收到消息',
  since: (at: string) => `从 ${at} 起`,
  noCheckIn: '自助机不能签到',
  toMirrored: '交给医院系统',
  toOwned: '收回本系统',
  askMirrored: (area: string) => `把“${area}”交给医院系统排队？`,
  askOwned: (area: string) => `把“${area}”收回本系统排队？`,
  willMirrored: [
    '等候的人一个不少，号不变，排在医院系统的人后面。',
    '已经叫到的继续显示。',
    '诊台不能再叫下一位，请在医生工作站叫。',
  ],
  willOwned: [
    '等候的人一个不少，号不变，先后不变；以后来的排在后面。',
    '已经叫到的继续显示。',
    '医生工作站的叫号不再显示，请在诊台叫。',
  ],
  no: '先不',
  credentials: '医生工作站的凭据',
  credentialHint: '别的系统用它写诊区的队列。名字用小写字母，比如 his。',
  source: '系统的名字',
  scope: '哪个诊区',
  allAreas: '所有诊区',
  issue: '发一个凭据',
  issuedTitle: (source: string) => `${source} 的凭据`,
  issuedHint: '只显示这一次。请现在填到那个系统里。',
  usedAt: (at: string) => `${at} 用过`,
  unused: '还没用过',
  withdraw: '收回',
  close: '关闭',
};

export type AreaWording = typeof zh;

const en: AreaWording = {
  modes: { owned: 'Queue kept here', mirrored: 'Queue of the hospital system' },
  waiting: ({ waitingOwn, waitingOutside, called }: Waiting) => {
    const all = waitingOwn + waitingOutside;
    return `${all === 0 ? 'Nobody waits' : `${all} waiting`}${called === 0 ? '' : `, ${called} called`}`;
  },
  mixed: (own: number) => `${own} of them with a number from here`,
  heard: (seconds: number) => `heard ${ageIn(seconds, ['s', 'min', 'h', 'days'])} ago`,
  silent: (seconds: number) =>
    `Nothing heard for ${ageIn(seconds, ['s', 'min', 'h', 'days'])}; what screens show may be old`,
  never: 'Nothing heard yet',
  since: (at: string) => `since ${at}`,
  noCheckIn: 'No check-in at terminals',
  toMirrored: 'Hand over',
  toOwned: 'Take back',
  askMirrored: (area: string) => `Hand the queue of ${area} over to the hospital system?`,
  askOwned: (area: string) => `Take the queue of ${area} back?`,
  willMirrored: [
    'Everybody who waits keeps their number, behind those of the hospital system.',
    'Whoever is called stays on the screens.',
    "Desks call nobody any more; calls are made at the doctor's workstation.",
  ],
  willOwned: [
    'Everybody who waits keeps their number and their place; whoever comes later is behind them.',
    'Whoever is called stays on the screens.',
    "Calls of the doctor's workstation are shown no more; desks call.",
  ],
  no: 'Not now',
  credentials: 'Credentials of workstations',
  credentialHint: 'With one, another system writes the queue of an area. Its name is in small letters, such as his.',
  source: 'Name of the system',
  scope: 'For which area',
  allAreas: 'All areas',
  issue: 'Issue a credential',
  issuedTitle: (source: string) => `Credential of ${source}`,
  issuedHint: 'It is shown this once. Enter it in the other system now.',
  usedAt: (at: string) => `used at ${at}`,
  unused: 'not used yet',
  withdraw: 'Withdraw',
  close: 'Close',
};

export const areaWording = { zh, en } as const;
