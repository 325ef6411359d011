import { usualPolicy, withSettings, type QueueSettings } from '@lobby/config';
import type { Words } from '@lobby/hub/contract';
import { checkInWindow } from '@lobby/hub/visits/check-in-window.ts';
import { titleOf } from './order-picture.ts';
import { box, picture, text } from './svg.ts';

const from = Date.parse('2026-11-23T07:00:00+08:00');
const hours = 5;
const minute = 60_000;
const slot = { start: '2026-11-23T01:00:00.000Z', end: '2026-11-23T01:20:00.000Z' };
const scale = { left: 300, width: 660 };

const rows: readonly { readonly says: Words; readonly settings: QueueSettings }[] = [
  { says: { zh: '默认：提前 30 分钟', en: 'usual: 30 minutes before' }, settings: {} },
  {
    says: { zh: '全天可签到', en: 'at any time' },
    settings: { checkIn: { opens: { rule: 'any-time' } } },
  },
  {
    says: { zh: '7:30 起，宽限 0 分钟', en: 'from 07:30, no grace' },
    settings: { checkIn: { opens: { rule: 'not-before', time: '07:30' } }, late: { graceMinutes: 0 } },
  },
  {
    says: { zh: '迟到作废，重新挂号', en: 'late is void' },
    settings: { late: { place: { rule: 'void' } } },
  },
  { says: { zh: '不用签到', en: 'no check-in' }, settings: { checkIn: { required: false } } },
];

const colours = {
  early: { fill: '#f5f4ee', words: '太早 too early' },
  open: { fill: '#bfe0dd', words: '准时 on time' },
  late: { fill: '#d9cfee', words: '迟到 late' },
  closed: { fill: '#f6c9c4', words: '已截止 closed' },
} as const;
type Phase = keyof typeof colours;

/** When a patient with a slot at 09:00 may check in, by the rules themselves, minute by minute. */
export function checkInPicture(): string {
  const title = {
    zh: '9:00 时段的患者什么时候能签到（checkIn、late）',
    en: 'When a patient of the 09:00 slot may check in',
  };
  const ticks = Array.from({ length: hours + 1 }, (_, hour) => [
    text(xOf(hour * 60), 108, `${7 + hour}:00`, { size: 13, anchor: 'middle', fill: '#51615f' }),
    `<line x1="${xOf(hour * 60)}" y1="116" x2="${xOf(hour * 60)}" y2="350" stroke="#e1e8e7"/>`,
  ]);
  const bars = rows.flatMap(({ says, settings }, index) => barOf(says, settings, 124 + index * 46));
  const slotBox = box(
    { x: xOf(120), y: 116, width: xOf(140) - xOf(120), height: 236 },
    { fill: 'none', stroke: '#0b6e69', radius: 3 },
  );
  const legend = Object.values(colours).flatMap(({ fill, words }, index) => [
    box({ x: 300 + index * 160, y: 364, width: 18, height: 18 }, { fill, stroke: '#8a9795', thick: 1, radius: 4 }),
    text(326 + index * 160, 378, words, { size: 13 }),
  ]);
  return picture({ width: 1000, height: 400 }, title.en, [
    ...titleOf(title),
    ...ticks.flat(),
    ...bars,
    slotBox,
    ...legend,
  ]);
}

function barOf(says: Words, settings: QueueSettings, y: number): string[] {
  const policy = withSettings(usualPolicy, settings);
  const rules = { checkIn: policy.checkIn, late: policy.late, timeZone: 'Asia/Shanghai' };
  const phases = Array.from({ length: hours * 60 }, (_, at): Phase => {
    const window = checkInWindow(rules, slot, from + at * minute);
    if (window.state === 'open') return window.late ? 'late' : 'open';
    return window.state === 'too-early' ? 'early' : 'closed';
  });
  const parts: string[] = [];
  for (let start = 0; start < phases.length;) {
    const phase = phases[start] ?? 'closed';
    const next = phases.findIndex((other, index) => index > start && other !== phase);
    const end = next < 0 ? phases.length : next;
    const { fill } = colours[phase];
    parts.push(
      box(
        { x: xOf(start), y, width: xOf(end) - xOf(start), height: 30 },
        { fill, stroke: '#ffffff', thick: 1, radius: 4 },
      ),
    );
    start = end;
  }
  return [
    text(32, y + 14, says.zh, { size: 14, weight: 600 }),
    text(32, y + 30, says.en, { size: 12, fill: '#51615f' }),
    ...parts,
  ];
}

function xOf(minutes: number): number {
  return scale.left + (minutes / (hours * 60)) * scale.width;
}
