import type { Connecting, Goal, Phrases } from './phrases.ts';
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

const facing: Readonly<Record<Turn, string>> = {
  straight: '面向屏幕，往前走',
  'slight-left': '面向屏幕，往左前方走',
  left: '面向屏幕，向左转身',
  'slight-right': '面向屏幕，往右前方走',
  right: '面向屏幕，向右转身',
  back: '背对屏幕，往前走',
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
  stairs: '出楼梯后',
  ramp: '下坡道后',
};
const sides = { left: '在左边', right: '在右边', ahead: '就在前面' };

const optional = (...texts: readonly (string | null | false)[]): readonly string[] =>
  texts.filter((text): text is string => typeof text === 'string').map(spaced);

const walkTo = ({ name, passed }: Goal): string => (passed ? `往${name}方向走` : `走到${name}`);

/** Spoken Chinese, as a kind nurse would send somebody on. */
export const zhPhrases: Phrases = {
  start({ turn, from, origin, to, metres }) {
    const begin = {
      screen: facing[turn],
      room: `从${origin ?? '房间'}出来，${turning[turn]}`,
      place: origin === null ? '出发' : `从${origin}出发`,
    }[from];
    const plain = from === 'room' ? `出门${turning[turn]}` : begin;
    return optional(
      to !== null && `${begin}，${walkTo(to)}`,
      to !== null && from === 'place' && `先${walkTo(to)}`,
      to !== null && `${plain}，${walkTo(to)}`,
      to === null && metres >= 5 && `${begin}，走约 ${metres} 米`,
      begin,
      plain,
    );
  },
  turn({ turn, at, leaving, guide, to, after }) {
    const where = leaving === null ? (at === null ? '' : `在${at}`) : leavingBy[leaving];
    const passing = leaving !== null && at !== null ? `，经过${at}` : '';
    const onward = to === null || to.name === at ? passing : `，${walkTo(to)}`;
    const blind = where === '' ? (guide === null ? (after >= 5 ? `走约 ${after} 米，` : '') : `沿${guide}导向线`) : '';
    return optional(
      `${where}${blind}${turning[turn]}${onward}`,
      `${where}${blind}${turning[turn]}${passing}`,
      `${where}${blind}${turning[turn]}`,
    );
  },
  confirm: ({ passing, metres }) => optional(passing !== null && `经过${passing}，继续直走`, `继续直走约 ${metres} 米`),
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
