const zh = {
  title: '我的号',
  otherLanguage: 'English',
  states: {
    waiting: '正在排队',
    called: '叫到您了，请马上过去',
    held: '号先放着，请问分诊台',
    'at-tests': '检查做完后，请在自助机回诊签到',
    missed: '叫到您时没有应答，请到自助机重新签到',
    finished: '看完了，祝您健康',
    dropped: '这个号已经退掉',
    undone: '这个号已经退掉，可以重新签到',
  },
  wait: '在这里等',
  go: '请到这里',
  reports: (ready: number, awaited: number) => `报告已出 ${ready}/${awaited}`,
  asOf: (time: string) => `${time} 更新，会自己刷新`,
  lost: '连接断了，正在重新连接',
  full: '现在看的人太多，不会自己刷新',
  again: '刷新',
  listen: '请留意大屏和广播，以叫号为准。',
  gone: '这张号票已经过期',
  goneSentence: '只在看病当天有效。有事请到服务台。',
};

export type TicketPageWording = typeof zh;

const en: TicketPageWording = {
  title: 'My number',
  otherLanguage: '中文',
  states: {
    waiting: 'You are in the queue',
    called: 'You are called, please go now',
    held: "Kept aside, please ask at the nurse's desk",
    'at-tests': 'After your tests, please check in again at a terminal',
    missed: 'You were called and not there; please check in again at a terminal',
    finished: 'All done, take care',
    dropped: 'This number has been taken out',
    undone: 'This number has been taken out; you can check in again',
  },
  wait: 'Wait here',
  go: 'Go here',
  reports: (ready, awaited) => `${ready} of ${awaited} reports ready`,
  asOf: (time) => `As of ${time}, updates itself`,
  lost: 'Connection lost, trying again',
  full: 'Too many are watching: this page does not update itself',
  again: 'Load again',
  listen: 'Please watch the screen and listen: the call there counts.',
  gone: 'This ticket has expired',
  goneSentence: 'It is good on the day of the visit only. The service desk can help.',
};

export const ticketPageWording = { zh, en };
