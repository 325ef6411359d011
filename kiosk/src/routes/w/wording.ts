import type { PhoneTrouble } from './ask-phone-way.ts';

const zh = {
  title: '路线',
  otherLanguage: 'English',
  to: (place: string) => `去${place}`,
  from: (place: string) => `从${place}出发`,
  stepFree: '不走楼梯',
  withoutStairs: '看不走楼梯的路',
  withStairs: '看走楼梯的路',
  looking: '正在找路…',
  changed: '路线刚才变了，前面有一段走不通了。',
  take: '看新的路线',
  again: '再试一次',
  lost: '走错了也不要紧，请问志愿者。',
  trouble: {
    'no-link': { title: '这里没有路线', sentence: '请扫路线单或自助机屏幕上的二维码。' },
    'link-forged': { title: '这个二维码看不了', sentence: '请在自助机上重新找一次路。' },
    'too-many-ways': { title: '现在看的人太多', sentence: '请过一分钟再试。' },
    'no-way': { title: '这条路现在走不通', sentence: '请在自助机上重新找一次路，或者请志愿者带您去。' },
    'no-step-free': { title: '不走楼梯到不了那里', sentence: '请志愿者带您去。' },
    'old-link': { title: '地图已经换过了', sentence: '请在自助机上重新找一次路。' },
    unreachable: { title: '连不上医院', sentence: '请看一下手机网络，再试一次。' },
  } satisfies Record<PhoneTrouble, { readonly title: string; readonly sentence: string }>,
};

export type PhoneWayWording = typeof zh;

const en: PhoneWayWording = {
  title: 'The way',
  otherLanguage: '中文',
  to: (place) => `To ${place}`,
  from: (place) => `From ${place}`,
  stepFree: 'No stairs',
  withoutStairs: 'Show the way without stairs',
  withStairs: 'Show the way by stairs',
  looking: 'Looking for the way…',
  changed: 'The way has just changed: part of it is closed.',
  take: 'Show the new way',
  again: 'Try again',
  lost: 'If you get lost, please ask a volunteer.',
  trouble: {
    'no-link': { title: 'There is no way here', sentence: 'Please scan the code on your slip or on a terminal.' },
    'link-forged': { title: 'This code cannot be read', sentence: 'Please look for the way at a terminal again.' },
    'too-many-ways': { title: 'Too many are looking now', sentence: 'Please try again in a minute.' },
    'no-way': { title: 'This way is closed now', sentence: 'Please ask a terminal or a volunteer for another.' },
    'no-step-free': { title: 'There is no way without stairs', sentence: 'A volunteer can take you there.' },
    'old-link': { title: 'There is a new map by now', sentence: 'Please look for the way at a terminal again.' },
    unreachable: { title: 'The hospital cannot be reached', sentence: 'Please look at your network and try again.' },
  },
};

export const phoneWayWording = { zh, en };
