import type { Words } from '@lobby/hub/contract';

/** What a board says, in both languages. */
export const says = {
  nowCalling: { zh: '正在叫号', en: 'Now calling' },
  lastCalled: { zh: '最近叫号', en: 'Last called' },
  alsoCalled: { zh: '已叫号', en: 'Called' },
  waiting: { zh: '候诊', en: 'Waiting' },
  prepare: { zh: '请准备', en: 'Get ready' },
  missed: { zh: '过号', en: 'Missed' },
  missedAdvice: { zh: '请在自助机重新签到', en: 'check in again' },
  quiet: { zh: '请保持安静，听到叫号后前往诊室', en: 'Please keep quiet' },
  updatedAt: { zh: '数据更新于', en: 'Updated' },
  outdated: { zh: '数据超过一分钟未更新，请听医护人员安排', en: 'Out of date' },
  lost: { zh: '与服务器的连接中断，正在重新连接', en: 'Offline' },
  tapForSound: { zh: '点一下，打开声音', en: 'Tap for sound' },
  soonCalled: { zh: '请稍候，等待叫号', en: 'Please wait to be called' },
  nobodyWaits: { zh: '现在没有人候诊', en: 'Nobody is waiting now' },
  quietAdvice: { zh: '叫到的号码会显示在这里，同时播报', en: 'Called numbers appear here and are spoken' },
  manyCalled: { zh: '请以下号码就诊', en: 'Please go in now' },
} as const satisfies Record<string, Words>;

export function goTo(room: Words): Words {
  return { zh: `请到 ${room.zh}`, en: `Please go to ${room.en}` };
}

/** Which announcement of a ticket this is; empty for the first. */
export function repeated(times: number): Words | undefined {
  return times < 2 ? undefined : { zh: `第 ${times} 次叫号`, en: `Call ${times}` };
}
