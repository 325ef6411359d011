import { byMode } from '#lib/words/by-mode.ts';

/** A bar marks where a line may be broken. */
const zh = {
  button: '求助',
  /** On the button, while somebody is on the way. */
  buttons: { asking: '正在通知', waiting: '已通知', 'more-told': '已通知', taken: '正在过来', arrived: '已到' },
  /** At the top of every screen. */
  band: {
    asking: '正在通知志愿者…',
    waiting: '已通知志愿者，|请稍等',
    'more-told': '又通知了其他工作人员，|请再等一下',
    taken: '志愿者正在过来',
    arrived: '志愿者到了',
    'earlier-told': '刚才有人求助，|已通知志愿者',
    'earlier-taken': '刚才有人求助，|志愿者正在过来',
    'earlier-arrived': '志愿者在这里',
  },
  sheet: {
    waiting: { title: '已经通知志愿者', sentence: '请在这台机器旁边稍等，|屏幕可以继续用。' },
    'more-told': { title: '大家都在忙', sentence: '已经又通知了其他工作人员，|请再等一下。着急的话，|请到服务台。' },
    taken: { title: '志愿者正在过来', sentence: '请在这台机器旁边等，|屏幕可以继续用。' },
    arrived: { title: '志愿者到了', sentence: '请告诉志愿者您要办什么。' },
    stay: '知道了',
    withdraw: '不用了',
  },
  nobody: { title: '现在通知不到志愿者', sentence: '请到服务台，|那里的工作人员会帮您。', leave: '知道了' },
  'nobody-came': {
    title: '对不起，|现在没有人能过来',
    sentence: '请到服务台，|那里的工作人员会帮您。',
    leave: '知道了',
  },
};

export type HelpWording = typeof zh;

const en: HelpWording = {
  button: 'Help',
  buttons: { asking: 'Calling', waiting: 'Called', 'more-told': 'Called', taken: 'Coming', arrived: 'Here' },
  band: {
    asking: 'Calling a volunteer…',
    waiting: 'A volunteer has been told, please wait',
    'more-told': 'More staff have been told, please wait',
    taken: 'Someone is coming',
    arrived: 'Your helper is here',
    'earlier-told': 'Help was called here earlier',
    'earlier-taken': 'A helper is coming, called earlier',
    'earlier-arrived': 'A volunteer is here',
  },
  sheet: {
    waiting: {
      title: 'A volunteer has been told',
      sentence: 'Please stay beside this terminal. You can go on using it.',
    },
    'more-told': {
      title: 'Everyone is busy',
      sentence: 'More staff have been told, please wait a little. In a hurry? Please go to the service desk.',
    },
    taken: { title: 'Someone is coming', sentence: 'Please stay beside this terminal. You can go on using it.' },
    arrived: { title: 'Your helper is here', sentence: 'Please tell your helper what you came for.' },
    stay: 'OK',
    withdraw: 'No help needed',
  },
  nobody: {
    title: 'Nobody can be called now',
    sentence: 'Please go to the service desk. The staff there will help you.',
    leave: 'OK',
  },
  'nobody-came': {
    title: 'Sorry, nobody can come now',
    sentence: 'Please go to the service desk. The staff there will help you.',
    leave: 'OK',
  },
};

export const helpWording = { zh, en };
export const helpWords = byMode(helpWording, {
  zh: { band: { 'more-told': '请再等一下', 'earlier-told': '刚才有人求助', 'earlier-taken': '刚才有人求助' } },
  en: {
    band: {
      waiting: 'Please wait a little',
      'more-told': 'Please wait a little',
      'earlier-told': 'Help was called earlier',
      'earlier-taken': 'Help was called earlier',
    },
  },
});
