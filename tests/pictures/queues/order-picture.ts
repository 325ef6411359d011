import type { Words } from '@lobby/hub/contract';
import { orderOfExample, readTicket, type Example } from '@lobby/hub/queue/order/examples/read-example.ts';
import type { OrderTicket } from '@lobby/hub/queue/order/index.ts';
import { box, link, picture, text, type BoxStyle } from './svg.ts';

/** The same tickets under two policies. */
export interface OrderScene {
  readonly name: string;
  readonly title: Words;
  readonly tickets: readonly string[];
  readonly at?: string;
  readonly before: { readonly policy: unknown; readonly says: Words };
  readonly after: { readonly policy: unknown; readonly says: Words };
  /** Number of the ticket to look at. */
  readonly look: string;
}

const width = 1000;
const left = 32;
const chip = { width: 96, height: 58, step: 110 };
const rows = { before: 112, after: 262 };

/** The two orders, one above the other, and a line from each ticket to itself. */
export function orderPicture(scene: OrderScene): string {
  const before = orderOf(scene, scene.before.policy);
  const after = orderOf(scene, scene.after.policy);
  const tickets = new Map(scene.tickets.map((line) => [line.split(' ')[0] ?? '', readTicket(line).ticket]));
  const links = before.order.map((number, index) => {
    const to = after.order.indexOf(number);
    const from = [middleOf(index), rows.before + chip.height] as const;
    return link(from, [middleOf(to), rows.after], number === scene.look);
  });
  const reason = after.reasons.get(scene.look) ?? '';
  return picture({ width, height: 400 }, `${scene.title.zh} ${scene.title.en}`, [
    ...titleOf(scene.title),
    ...caption(rows.before - 12, { zh: '之前', en: 'before' }, scene.before.says),
    ...caption(rows.after + chip.height + 24, { zh: '之后', en: 'after' }, scene.after.says),
    ...links,
    ...before.order.flatMap((number, index) => chipOf(tickets.get(number), { index, y: rows.before }, scene.look)),
    ...after.order.flatMap((number, index) => chipOf(tickets.get(number), { index, y: rows.after }, scene.look)),
    text(left, 382, `${scene.look}：${reason}`, { size: 15, fill: '#0b6e69', weight: 600 }),
  ]);
}

export function titleOf({ zh, en }: Words): string[] {
  return [text(left, 42, zh, { size: 24, weight: 700 }), text(left, 66, en, { size: 16, fill: '#51615f' })];
}

function orderOf(scene: OrderScene, policy: unknown): ReturnType<typeof orderOfExample> {
  const example: Example = { says: scene.name, policy, tickets: scene.tickets, order: '' };
  return orderOfExample(scene.at === undefined ? example : { ...example, at: scene.at });
}

function caption(y: number, when: Words, says: Words): string[] {
  return [text(left, y, `${when.zh} ${when.en}：${says.zh} / ${says.en}`, { size: 14, fill: '#51615f' })];
}

function middleOf(index: number): number {
  return left + index * chip.step + chip.width / 2;
}

const styles: Readonly<Record<string, BoxStyle>> = {
  appointment: { fill: '#e6f2f1', stroke: '#0b6e69' },
  'walk-in': { fill: '#f5f4ee', stroke: '#77745f' },
  return: { fill: '#e5eefb', stroke: '#2f5fa8' },
  missed: { fill: '#fcebd9', stroke: '#b4620e' },
  late: { fill: '#eeeaf5', stroke: '#6a4fa0' },
  class: { fill: '#fbe6ee', stroke: '#a8326a' },
};

/** One ticket of a row: its number and what it is. */
export function chipOf(
  ticket: OrderTicket | undefined,
  at: { readonly index: number; readonly y: number },
  look: string,
): string[] {
  if (ticket === undefined) return [];
  const x = left + at.index * chip.step;
  const style = styles[kindOf(ticket)] ?? { fill: '#ffffff', stroke: '#77745f' };
  const thick = ticket.label === look ? 3.5 : 1.5;
  return [
    box({ x, y: at.y, width: chip.width, height: chip.height }, { ...style, thick }),
    text(x + chip.width / 2, at.y + 26, ticket.label, { size: 19, weight: 700, anchor: 'middle' }),
    text(x + chip.width / 2, at.y + 46, subtitle(ticket), { size: 11, anchor: 'middle', fill: '#3c4a48' }),
  ];
}

function kindOf(ticket: OrderTicket): string {
  if (ticket.class !== null || ticket.emergency !== null) return 'class';
  return ticket.lane === 'normal' ? ticket.kind : ticket.lane;
}

const classNames: Readonly<Record<string, string>> = {
  'elder-80': '80+',
  veteran: '退役军人 veteran',
  disabled: '残疾人 disabled',
  'level-1': '濒危 level I',
  'level-2': '危重 level II',
  'level-3': '急症 level III',
  'level-4': '非急症 level IV',
};

function subtitle(ticket: OrderTicket): string {
  if (ticket.class !== null) return classNames[ticket.class] ?? ticket.class;
  if (ticket.lane === 'return') return '回诊 return';
  if (ticket.lane === 'missed') return ticket.misses > 1 ? `过号 missed ${ticket.misses}×` : '过号 missed';
  if (ticket.lane === 'late') return `迟到 late ${slotTime(ticket)}`;
  return ticket.kind === 'walk-in' ? '现场 walk-in' : `预约 ${slotTime(ticket)}`;
}

function slotTime({ slotStart }: OrderTicket): string {
  if (slotStart === null) return '';
  return new Date(Date.parse(slotStart) + 8 * 3_600_000).toISOString().slice(11, 16);
}
