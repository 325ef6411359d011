import type { FewerWords } from '#lib/words/by-mode.ts';
import type { WayWording } from './wording.ts';

/** What elder mode says in fewer words; a bar marks where a line may be broken. */
const zh: FewerWords<WayWording> = {
  walk: '看地图',
  search: { title: '请输入拼音', example: '心内科，|输 XNK。' },
  way: { stuckHere: '没能打印，|请看屏幕。', phone: '手机扫一扫' },
  noWay: { reasons: { restricted: { sentence: '有事请问志愿者。' } }, call: '请志愿者带我' },
  glance: { changed: '路线变了，|请看地图。', gone: '路走不通，|请志愿者带您。' },
};

const en: FewerWords<WayWording> = {
  walk: 'See the map',
  walkStepFree: 'Map without stairs',
  find: { title: 'Where to?', who: 'Wheelchair' },
  search: { none: 'Nothing found.', failed: 'No answer now. Please try again.' },
  looking: 'Looking…',
  way: {
    print: 'Print it',
    printed: 'Please take the slip.',
    stuck: 'Not printed. Please scan.',
    stuckHere: 'Not printed.',
    phone: 'Scan to take it',
  },
  changed: { notice: 'The way has changed.', take: 'See the new way' },
  noWay: { call: 'Ask a volunteer', withStairs: 'Way by stairs', withoutStairs: 'Way without stairs' },
  glance: { changed: 'The way has changed.', gone: 'No way there now.' },
};

export const fewerWayWords = { zh, en };
