import type { Words } from '../../contract/index.ts';
import type { Because, NormalReason } from './because.ts';

/** Time of the day of an instant, as it stands on the wall of the site: 09:20. */
export type TimeOfDay = (instant: string) => string;

const laneWords = {
  return: { zh: '回诊', en: 'return' },
  missed: { zh: '过号', en: 'missed call' },
  late: { zh: '迟到', en: 'late' },
} as const;

const ends = {
  slot: { zh: '排在本时段最后', en: 'at the end of its slot' },
  session: { zh: '排在本班次最后', en: 'at the end of the session' },
  'last-minutes': { zh: '安排在本班次最后一段', en: 'in the last part of the session' },
} as const;

const numbers = {
  zh: ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const;

/** Why a ticket stands where it stands, as a desk reads it. */
export function reasonWords(because: Because, timeOfDay: TimeOfDay): Words {
  switch (because.rule) {
    case 'slot':
    case 'first':
    case 'check-in':
    case 'mix':
      return normalWords(because, timeOfDay);
    case 'lane':
      return laneReason(because);
    case 'end':
      return join(laneWords[because.lane], ends[because.of]);
    case 'void':
      return join(laneWords[because.lane], { zh: '按规定要重新挂号', en: 'must register again by the rules' });
    case 'emergency':
      return join(because.class ?? { zh: '急诊', en: 'emergency' }, { zh: '优先于所有人', en: 'before everybody' });
    case 'top':
      return join(because.class, { zh: '最先', en: 'called first' });
    case 'share':
      return join(because.class, {
        zh: `每 ${because.others} 位后安排 ${because.own} 位`,
        en: `${because.own} after every ${because.others} others`,
      });
    case 'ahead':
      return join(because.class, {
        zh: `前移${count('zh', because.of)}位`,
        en: `moved ahead of ${count('en', because.of)}`,
      });
    case 'fairness':
      // The bound was lowered while it waited.
      if (because.overtaken > because.most) {
        return {
          zh: `已被超过 ${because.overtaken} 次，现在最多 ${because.most} 次，不再后移`,
          en: `overtaken ${because.overtaken} times, and ${because.most} are allowed now: waited long enough`,
        };
      }
      return {
        zh: `已被超过 ${because.most} 次，不再后移`,
        en: `waited long enough: not overtaken more than ${because.most} times`,
      };
    case 'moved':
      return { zh: '护士调整了位置', en: 'placed here by a nurse' };
    case 'mirrored':
      return { zh: '按医院系统的顺序', en: "in the order of the hospital's own queue" };
  }
}

function laneReason({ lane, ahead }: Extract<Because, { rule: 'lane' }>): Words {
  if (ahead === 0) return join(laneWords[lane], { zh: '轮到了', en: 'in turn now' });
  const others = ahead === 1 ? 'other' : 'others';
  return join(laneWords[lane], {
    zh: `排在${count('zh', ahead)}位之后`,
    en: `placed after ${count('en', ahead)} ${others}`,
  });
}

function normalWords(because: NormalReason, timeOfDay: TimeOfDay): Words {
  if (because.rule === 'check-in') return because.after === null ? byCheckIn : behind(because.after);
  if (because.rule === 'mix') return mixWords(because, timeOfDay);
  const isWalkIn = because.kind === 'walk-in';
  const who = isWalkIn ? walkIn : appointmentAt(because.slotStart, timeOfDay);
  if (because.after !== null) return join(who, behind(because.after));
  if (!isWalkIn && because.beforeOthers) return join(who, { zh: '先签到', en: 'checked in first' });
  if (because.besideOtherKind) {
    const [before, after] = [
      { zh: '先于现场号', en: 'before walk-ins' },
      { zh: '排在预约之后', en: 'after appointments' },
    ];
    return join(who, isWalkIn ? after : before);
  }
  return isWalkIn ? join(who, byCheckIn) : who;
}

const walkIn = { zh: '现场号', en: 'walk-in' };
const byCheckIn = { zh: '按签到时间', en: 'by check-in time' };

function mixWords(because: Extract<NormalReason, { rule: 'mix' }>, timeOfDay: TimeOfDay): Words {
  const who = because.kind === 'walk-in' ? walkIn : appointmentAt(because.slotStart, timeOfDay);
  const { appointments, walkIns } = because;
  return join(who, {
    zh: `预约与现场 ${appointments}∶${walkIns} 轮流`,
    en: `${appointments} appointments to ${walkIns} walk-ins in turn`,
  });
}

function appointmentAt(slotStart: string | null, timeOfDay: TimeOfDay): Words {
  if (slotStart === null) return { zh: '预约', en: 'appointment' };
  const time = timeOfDay(slotStart);
  return { zh: `预约 ${time}`, en: `appointment ${time}` };
}

function behind(label: string): Words {
  return { zh: `签到在 ${label} 之后`, en: `checked in after ${label}` };
}

function join(one: Words, other: Words): Words {
  return { zh: `${one.zh}，${other.zh}`, en: `${one.en}, ${other.en}` };
}

function count(language: 'zh' | 'en', of: number): string {
  return numbers[language][of] ?? (language === 'zh' ? ` ${of} ` : String(of));
}
