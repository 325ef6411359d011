import { siteSchema, type QueueSettings } from '@lobby/config';
import type { Words } from '@lobby/hub/contract';
import { labelOf, numberFor, type GivenNumber } from '@lobby/hub/queue/numbering.ts';
import { readTicket } from '@lobby/hub/queue/order/examples/read-example.ts';
import { callingOrder, mergedOrder } from '@lobby/hub/queue/order/index.ts';
import { SitePlan, type QueuePlace } from '@lobby/hub/queue/site-plan.ts';
import { titleOf } from './order-picture.ts';
import { box, picture, text } from './svg.ts';

interface Row {
  readonly says: Words;
  readonly cells: readonly string[];
  /** How many of the first cells stand out. */
  readonly strong?: number;
}

/** Rows of tickets under one heading, each row one way to set it. */
function tablePicture(title: Words, rows: readonly Row[]): string {
  const height = 100 + rows.length * 62;
  const parts = rows.flatMap(({ says, cells, strong = 0 }, index) => {
    const y = 92 + index * 62;
    return [
      text(32, y + 18, says.zh, { size: 15, weight: 600 }),
      text(32, y + 38, says.en, { size: 12, fill: '#51615f' }),
      ...cells.flatMap((cell, at) => cellOf(cell, { x: 320 + at * 108, y }, at < strong)),
    ];
  });
  return picture({ width: 1000, height }, title.en, [...titleOf(title), ...parts]);
}

function cellOf(cell: string, at: { readonly x: number; readonly y: number }, isStrong: boolean): string[] {
  const style = isStrong ? { fill: '#bfe0dd', stroke: '#0b6e69', thick: 2.5 } : { fill: '#f7f9f9', stroke: '#9fb0ae' };
  return [
    box({ ...at, width: 98, height: 46 }, style),
    text(at.x + 49, at.y + 29, cell, { size: 17, weight: 600, anchor: 'middle' }),
  ];
}

/** Five check-ins, numbered in each way. */
export function numberingPicture(): string {
  const comes = [
    { slotStart: '01:20', registeredNo: 12 },
    { slotStart: '01:00', registeredNo: 3 },
    { slotStart: '01:20', registeredNo: 15 },
    { slotStart: '01:00', registeredNo: 4 },
    { slotStart: '01:40', registeredNo: 21 },
  ];
  const numbered = (policy: QueueSettings): string[] => {
    const place = placeOf(policy);
    const given: GivenNumber[] = [];
    return comes.map(({ slotStart, registeredNo }) => {
      const start = Date.parse(`2026-11-23T${slotStart}:00.000Z`);
      const slot = { slotStart: new Date(start).toISOString(), slotEnd: new Date(start + 1_200_000).toISOString() };
      const of = { businessDate: '2026-11-23', session: 'morning' };
      const number = numberFor(place, given, { ...of, ...slot, registeredNo, at: '2026-11-23T00:50:00.000Z' });
      given.push({ ...of, number, state: 'waiting' });
      return labelOf(place, number);
    });
  };
  return tablePicture(
    { zh: '号码怎么给（numbering）', en: 'How numbers are given; five patients check in, from left to right' },
    [
      {
        says: { zh: '挂号序号（医院给的）', en: 'registered as' },
        cells: comes.map(({ registeredNo }) => `${registeredNo}`),
      },
      { says: { zh: '预约时段', en: 'slot' }, cells: ['09:20', '09:00', '09:20', '09:00', '09:40'] },
      { says: { zh: '按签到先后 by: check-in', en: 'in the order of the check-ins' }, cells: numbered({}), strong: 5 },
      {
        says: { zh: '按挂号先后 by: registration', en: 'as registered' },
        cells: numbered({ numbering: { by: 'registration' } }),
        strong: 5,
      },
      {
        says: { zh: '按时段 by: slot', en: 'in each slot, with its letter' },
        cells: numbered({ numbering: { by: 'slot' } }),
        strong: 5,
      },
    ],
  );
}

const waiting = [
  'A1 09:00 in 08:40',
  'A2 09:00 in 08:41',
  'A3 09:20 in 08:42',
  'A4 09:20 in 08:43',
  'A5 09:40 in 08:44',
];
const feverish = ['F1 09:00 in 08:30', 'F2 09:20 in 08:31', 'F3 09:40 in 08:32'];

function orderOf(lines: readonly string[]) {
  const tickets = lines.map((line) => readTicket(line).ticket);
  const { policy } = placeOf({});
  return callingOrder({ tickets, calls: [], policy, at: '2026-11-23T01:30:00.000Z' });
}

/** A desk with two queues, in both rotations. */
export function rotationPicture(): string {
  const queues = [
    { queueId: 'a', order: orderOf(waiting), weight: 2 },
    { queueId: 'f', order: orderOf(feverish), weight: 1 },
  ];
  const labels = (merged: ReturnType<typeof mergedOrder>): string[] =>
    merged.slice(0, 6).map(({ ticket }) => ticket.label);
  return tablePicture({ zh: '一个诊台叫几个队列（desk: rotation、weight）', en: 'A desk that serves several queues' }, [
    {
      says: { zh: '谁先该看叫谁 due-first', en: 'whoever is due first' },
      cells: labels(mergedOrder(queues, { rule: 'due-first' })),
    },
    {
      says: { zh: '按权重轮流 weights，A 2、F 1', en: 'by weights in turn' },
      cells: labels(mergedOrder(queues, { rule: 'weights', called: [] })),
      strong: 6,
    },
  ]);
}

/** Who is told to get ready, and who may wait at the room. */
export function readyPicture(): string {
  const cells = orderOf(waiting).map(({ ticket }) => ticket.label);
  return tablePicture(
    { zh: '请准备与二次候诊（prepare、roomLimit）', en: 'Please get ready, and waiting at the room' },
    [
      { says: { zh: 'prepare: 0 不提示', en: 'nobody is told' }, cells },
      { says: { zh: 'prepare: 2 前两位“请准备”', en: 'the next two: please get ready' }, cells, strong: 2 },
      { says: { zh: 'roomLimit: most 3 三位到诊室门口', en: 'three are sent to the room' }, cells, strong: 3 },
    ],
  );
}

/** A patient who does not come. */
export function callsPicture(): string {
  return tablePicture(
    { zh: '叫几次算过号（calls: timesBeforeMissed）', en: 'How often a ticket is called before it is missed' },
    [
      {
        says: { zh: '3 次（默认）', en: 'three calls (usual)' },
        cells: ['第 1 次', '第 2 次', '第 3 次', '过号 missed'],
        strong: 3,
      },
      { says: { zh: '2 次', en: 'two calls' }, cells: ['第 1 次', '第 2 次', '过号 missed'], strong: 2 },
    ],
  );
}

/** What a screen shows of 张建明. */
export function privacyPicture(): string {
  return tablePicture({ zh: '屏幕显示什么（privacy: shown、spoken）', en: 'What screens show and loudspeakers say' }, [
    { says: { zh: '只显示号码 ticket-only', en: 'the ticket alone' }, cells: ['A012'], strong: 1 },
    { says: { zh: '隐去名字 masked-name', en: 'the name masked' }, cells: ['A012', '张*明'], strong: 2 },
    { says: { zh: '全名 full-name', en: 'in full, where it is known' }, cells: ['A012', '张建明'], strong: 2 },
  ]);
}

function placeOf(policy: QueueSettings): QueuePlace {
  const name = { zh: '内科', en: 'Medicine' };
  const queue = { id: 'a', name, clinic: 'A', prefix: 'A', rooms: ['r1'], policy };
  const area = { id: 'hall', name, level: 1, rooms: [{ id: 'r1', name }], queues: [queue] };
  const place = new SitePlan(siteSchema.parse({ hospital: { name }, areas: [area] })).queue('a');
  if (place === undefined) throw new Error('the queue is there');
  return place;
}
