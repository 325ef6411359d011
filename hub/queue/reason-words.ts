import type { Words } from '../contract/index.ts';
import type { Because } from './order.ts';
import type { SlotReason } from './slot-reasons.ts';

const laneWords = {
  return: { zh: '回诊', en: 'back from tests' },
  missed: { zh: '过号后重新签到', en: 'missed the call, checked in again' },
  late: { zh: '迟到', en: 'late' },
} as const;

const slotWords = {
  this: { zh: '预约时段内', en: 'in its slot' },
  next: { zh: '下一时段', en: 'next slot' },
  later: { zh: '后面的时段', en: 'a later slot' },
} as const;

const numbers = {
  zh: ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const;

/** Why a ticket stands where it stands, as a desk reads it beside the slot and the time of the check-in. */
export function reasonWords(because: Because): Words {
  if (because.rule === 'slot') return because.kind === 'walk-in' ? walkInReason(because) : appointmentReason(because);
  const { zh, en } = laneWords[because.lane];
  const { ahead } = because;
  if (ahead === 0) return { zh: `${zh}，轮到了`, en: `${en}, in turn now` };
  const others = ahead === 1 ? 'other' : 'others';
  return {
    zh: `${zh}，排在${numbers.zh[ahead] ?? ` ${ahead} `}位之后`,
    en: `${en}, after ${numbers.en[ahead] ?? ahead} ${others}`,
  };
}

function appointmentReason(because: SlotReason): Words {
  const { zh, en } = slotWords[because.slot];
  if (because.after !== null) return behind(because.after, { zh, en });
  if (because.beforeOthers) return { zh: `${zh}，先签到`, en: `${en}, checked in first` };
  if (because.besideOtherKind) return { zh: `${zh}，先于现场号`, en: `${en}, before walk-ins` };
  return { zh, en };
}

function walkInReason(because: SlotReason): Words {
  const walkIn = { zh: '现场号', en: 'walk-in' };
  if (because.after !== null) return behind(because.after, walkIn);
  if (because.besideOtherKind) return { zh: '现场号，排在预约之后', en: 'walk-in, after appointments' };
  return { zh: '现场号，按签到时间', en: 'walk-in, by check-in time' };
}

function behind(label: string, { zh, en }: Words): Words {
  return { zh: `${zh}，签到在 ${label} 之后`, en: `${en}, checked in after ${label}` };
}
