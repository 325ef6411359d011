import type { BoardRoom, ExpectedWait, Words } from '@lobby/hub/contract';
import { plainText } from './plain-text.ts';

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
  silent: { zh: '没有新的叫号消息，请听医护人员安排', en: 'No news' },
  tapForSound: { zh: '点一下，打开声音', en: 'Tap for sound' },
  soonCalled: { zh: '请稍候，等待叫号', en: 'Please wait to be called' },
  nobodyWaits: { zh: '现在没有人候诊', en: 'Nobody is waiting now' },
  quietAdvice: { zh: '叫到的号码会显示在这里，同时播报', en: 'Called numbers appear here and are spoken' },
  doctorsOff: { zh: '今日停诊', en: 'Doctors off today' },
  nowServing: { zh: '正在就诊', en: 'Now serving' },
  comeIn: { zh: '请进', en: 'Please come in' },
  nobodyServed: { zh: '请在候诊区等候叫号', en: 'Please wait in the waiting area' },
  paused: { zh: '暂停叫号', en: 'Back soon' },
  stopped: { zh: '今日停诊', en: 'Closed for today' },
  clinic: { zh: '科室', en: 'Clinic' },
  quietAtDoor: { zh: '请安静等候', en: 'Please keep quiet' },
  watchAndListen: { zh: '请留意屏幕和播报', en: 'Please watch and listen' },
  lobbyAdvice: { zh: '请到对应楼层候诊区等候', en: 'Please wait on the floor of your clinic' },
  expected: { zh: '预计', en: 'Expected' },
  wayGone: { zh: '去那里的路现在走不通，请问医护人员', en: 'No way there just now: please ask the staff' },
  manyCalled: { zh: '请以下号码就诊', en: 'Please go in now' },
} as const satisfies Record<string, Words>;

export function goTo(room: Words): Words {
  return { zh: `请到 ${room.zh}`, en: `Please go to ${room.en}` };
}

/** From when on another system, which keeps the queue, has said nothing. */
export function silentFrom(time: string): Words {
  return { zh: `${time} 起${says.silent.zh}`, en: `${says.silent.en} since ${time}` };
}

/** Which announcement of a ticket this is; empty for the first. */
export function repeated(times: number): Words | undefined {
  return times < 2 ? undefined : { zh: `第 ${times} 次叫号`, en: `Call ${times}` };
}

/** Name and title of whoever sits in a room; undefined: nobody. */
export function doctorIn({ practitioner, practitionerTitle }: BoardRoom): Words | undefined {
  if (practitioner === null) return undefined;
  return {
    zh: plainText([practitioner.zh, practitionerTitle?.zh].filter(Boolean).join(' ')),
    en: plainText([practitioner.en, practitionerTitle?.en].filter(Boolean).join(', ')),
  };
}

/** Why a room calls nobody, in words; undefined: it is open. */
export function stateOf({ state, stateReason }: Pick<BoardRoom, 'state' | 'stateReason'>): Words | undefined {
  if (state === 'open') return undefined;
  const what = says[state];
  if (stateReason === null) return what;
  return { zh: `${what.zh}，${plainText(stateReason.zh)}`, en: `${what.en}, ${plainText(stateReason.en)}` };
}

/** 约 20–35 分; undefined: not known. */
export function minutesOfWait(expected: ExpectedWait | null): Words | undefined {
  if (expected === null) return undefined;
  const { fromMinutes: from, toMinutes: to } = expected;
  if (from === 0) return { zh: `${to} 分以内`, en: `within ${to} min` };
  const range = from >= to ? `${to}` : `${from}–${to}`;
  return { zh: `约 ${range} 分`, en: `${range} min` };
}
