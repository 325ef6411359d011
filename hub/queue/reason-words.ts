import { wallTime } from '../business-date.ts';
import type { Words } from '../contract/index.ts';
import type { Because } from './order.ts';

const laneWords = {
  return: { zh: '回诊', en: 'return' },
  missed: { zh: '过号重排', en: 'missed, back in line' },
  late: { zh: '迟到', en: 'late' },
} as const;

/** Why a ticket stands where it stands, as a desk reads it. */
export function reasonWords(because: Because, timeZone: string): Words {
  switch (because.rule) {
    case 'slot': {
      const time = wallTime(timeZone, because.slotStart);
      if (!because.beforeWalkIns) return { zh: `预约 ${time}`, en: `appointment ${time}` };
      return { zh: `预约 ${time}，先于现场号`, en: `appointment ${time}, before walk-ins` };
    }
    case 'walk-in': {
      const time = wallTime(timeZone, because.checkedInAt);
      return { zh: `现场号，${time} 签到`, en: `walk-in, checked in ${time}` };
    }
    case 'lane': {
      const { zh, en } = laneWords[because.lane];
      if (because.ahead === 0) return { zh: `${zh}，轮到了`, en: `${en}, in turn now` };
      return { zh: `${zh}，排在 ${because.ahead} 位之后`, en: `${en}, placed after ${because.ahead}` };
    }
  }
}
