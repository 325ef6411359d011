import type { ItemRefusal, Words } from '../../contract/index.ts';

/** What an item was refused for, with the key or the id to look at; ids of places only, nothing of a patient. */
const sentences: Readonly<Record<ItemRefusal, (about: string) => Words>> = {
  'item-bad-shape': (key) => ({
    zh: `这一项的 ${key} 写得不对，没有收。`,
    en: `${key} is not in the expected form; this item was not taken.`,
  }),
  'item-without-time': () => ({
    zh: '这一项没有说是什么时候的：请给 occurredAt 或 revision。',
    en: 'This item does not say when it became so: give occurredAt or revision.',
  }),
  'item-other-order': (wanted) => ({
    zh: `这个来源一直用 ${wanted} 排先后，这一项也要给 ${wanted}。`,
    en: `This source has put its items in order by ${wanted} so far; give this one its ${wanted} too.`,
  }),
  'item-from-the-future': () => ({
    zh: '这一项的时间比现在晚了 10 分钟以上，请校准来源的时钟。',
    en: 'This item is more than 10 minutes ahead of the present; set the clock of the source right.',
  }),
  'item-too-old': () => ({
    zh: '这一项是 36 小时以前的，没有收。',
    en: 'This item is more than 36 hours old and was not taken.',
  }),
  'item-queue-unknown': (queue) => ({ zh: `没有队列 ${queue}。`, en: `There is no queue ${queue}.` }),
  'item-room-unknown': (room) => ({ zh: `没有诊室 ${room}。`, en: `There is no room ${room}.` }),
  'item-room-elsewhere': (room) => ({
    zh: `诊室 ${room} 不在这个队列的诊区里。`,
    en: `Room ${room} is not in the area of this queue.`,
  }),
  'item-not-your-area': (area) => ({
    zh: `这个凭据不能写诊区 ${area}。`,
    en: `This credential may not write to area ${area}.`,
  }),
  'item-area-owned': (area) => ({
    zh: `诊区 ${area} 现在由本系统排队，没有收。`,
    en: `Area ${area} keeps its own queue now; this item was not taken.`,
  }),
  'item-other-day': (day) => ({
    zh: `这个编号是 ${day} 的号票用过的，请换一个编号。`,
    en: `This id belongs to a ticket of ${day}; give this ticket an id of its own.`,
  }),
  'item-appointment-taken': () => ({
    zh: '这个预约已经有另一个来源的号票了。',
    en: 'Another source has a ticket for this appointment already.',
  }),
  'item-twice': () => ({
    zh: '这个编号在这次快照里已经出现过，以前面那一项为准，这一项没有收。',
    en: 'This ticket stands in the snapshot before; the earlier entry counts, and this one was not taken.',
  }),
};

export function itemSentence(reason: ItemRefusal, about: string): Words {
  return sentences[reason](about);
}
