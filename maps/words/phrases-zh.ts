import type { Connecting, Goal, Mark, Phrases, Said } from './phrases.ts';
import { spaced } from './names.ts';
import type { Turn } from './step.ts';

const turning: Readonly<Record<Turn, string>> = {
  straight: '直走',
  'slight-left': '向左前方走',
  left: '左转',
  'slight-right': '向右前方走',
  right: '右转',
  back: '掉头往回走',
};

/** Before the screen: which way, and the same where a place to walk to follows. */
const facing: Readonly<Record<Turn, readonly [alone: string, before: string]>> = {
  straight: ['面向屏幕，往前走', '面向屏幕，往前'],
  'slight-left': ['面向屏幕，往左前方走', '面向屏幕，往左前方'],
  left: ['面向屏幕，向左转身', '面向屏幕，向左转身，'],
  'slight-right': ['面向屏幕，往右前方走', '面向屏幕，往右前方'],
  right: ['面向屏幕，向右转身', '面向屏幕，向右转身，'],
  back: ['背对屏幕，往前走', '背对屏幕，'],
};

const called: Readonly<Record<Connecting, string>> = {
  lift: '电梯',
  escalator: '自动扶梯',
  stairs: '楼梯',
  ramp: '坡道',
};
const taking: Readonly<Record<Connecting, string>> = { lift: '乘', escalator: '乘', stairs: '走', ramp: '走' };
const leavingBy: Readonly<Record<Connecting, string>> = {
  lift: '出电梯',
  escalator: '下扶梯后',
  stairs: '出楼梯',
  ramp: '过坡道后',
};
const sides = { left: '在左边', right: '在右边', ahead: '就在前面' };

const optional = (...texts: readonly (string | null | false)[]): readonly string[] =>
  texts.filter((text): text is string => typeof text === 'string').map((text) => spaced(smooth(text)));

const walkTo = ({ name, passed }: Goal): string => (passed ? `往${name}方向走` : `走到${name}`);

/** 直走，走到药房 is said 直走到药房; 向左前方走，走到… likewise. */
const smooth = (text: string): string => text.replace('走，走到', '走到');

const knownBy = (at: Mark | null): string => (at === null ? '' : at.seen ? `看到${at.name}` : `到${at.name}`);

/** How a way begins: alone, and with a place to walk to after it. */
function begins({ turn, from, origin }: Pick<Said['start'], 'turn' | 'from' | 'origin'>): readonly [string, string] {
  if (from === 'screen') return facing[turn];
  if (from === 'place') return origin === null ? ['出发', '先'] : [`从${origin}出发`, `从${origin}出发，`];
  const begin = origin === null ? `出门${turning[turn]}` : `从${origin}出来，${turning[turn]}`;
  return [begin, `${begin}，`];
}

/** Spoken Chinese, as a kind nurse would send somebody on. */
export const zhPhrases: Phrases = {
  start({ turn, from, origin, to, metres }) {
    const [alone, before] = begins({ turn, from, origin });
    const [shorter] = begins({ turn, from, origin: null });
    return optional(
      to !== null && !(to.passed && before.endsWith('方')) && `${before}${walkTo(to)}`,
      to !== null && from !== 'screen' && `${shorter}，${walkTo(to)}`,
      to !== null && from === 'place' && `先${walkTo(to)}`,
      to === null && metres >= 5 && `${alone}，走约 ${metres} 米`,
      alone,
      shorter,
    );
  },
  turn({ turn, at, then, leaving, guide, to, after }) {
    const where = leaving === null ? knownBy(at) : leavingBy[leaving];
    const passing = leaving !== null && at !== null ? `，经过${at.name}` : '';
    const onward = to === null || to.name === at?.name ? passing : `，${walkTo(to)}`;
    const blind =
      where !== '' ? '' : then ? '接着' : guide !== null ? `沿${guide}导向线` : after >= 5 ? `走约 ${after} 米，` : '';
    const act = `${where}${blind}${turning[turn]}`;
    return optional(`${act}${onward}`, `${act}${passing}`, act);
  },
  confirm: ({ passing, metres }) =>
    optional(passing !== null && `经过${passing.name}，继续直走`, `继续直走约 ${metres} 米`),
  connector({ by, name, direction, floor, again }) {
    const verb = `${again ? '再' : ''}${taking[by]}`;
    const way = direction === 'up' ? '上到' : '下到';
    return optional(name !== null && `${verb}${name}${way}${floor}`, `${verb}${called[by]}${way}${floor}`);
  },
  arrive({ name, side, door, wait }) {
    const it = name ?? '要去的地方';
    return optional(
      wait && `${it}${sides[side]}，看大屏叫号`,
      door !== null && `${it}${sides[side]}，门牌号 ${door}`,
      `${it}${sides[side]}`,
      door !== null && `${door} ${sides[side]}`,
      `要去的地方${sides[side]}`,
    );
  },
  summary({ minutes, metres, turns, lifts, escalators, stairs }) {
    return [
      [
        `约 ${minutes} 分钟`,
        `${metres} 米`,
        ...(turns > 0 ? [`转 ${turns} 次弯`] : []),
        ...(lifts > 0 ? [`乘电梯 ${lifts} 次`] : []),
        ...(escalators > 0 ? [`乘扶梯 ${escalators} 次`] : []),
        ...(stairs > 0 ? [`走楼梯 ${stairs} 次`] : []),
      ].join(' · '),
    ];
  },
};
