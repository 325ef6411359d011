import { byMode } from '#lib/words/by-mode.ts';
import { fewerWayWords } from './fewer-words.ts';

/** A bar marks where a line may be broken. */
const zh = {
  /** On the welcome screen, and on those of a visit. */
  open: { name: '找地方', how: '不用证件' },
  walk: '看着地图|走一遍',
  /** The same of a way without stairs: whoever did not ask for it sees that it is one. */
  walkStepFree: '看地图，|不走楼梯',
  /** Said of what has only a sign on it. */
  building: {
    floors: '楼层',
    walk: '从头看一遍',
    picture: '路线图。方向键移动，加号减号放大缩小，回车去圈里的地方',
  },
  find: { title: '您要去哪里？', search: '输入名字找', stepFree: '不走楼梯', who: '轮椅、推车' },
  places: { title: '请选一个', none: '这里还没有写地方。' },
  search: {
    title: '请输入拼音或首字母',
    example: '比如心内科，|输 XNK 就行。',
    none: '没有找到，|换个说法试试。',
    failed: '现在查不了，|请再按一个字母。',
    remove: '删除',
  },
  looking: '正在找路…',
  way: {
    title: { before: '去', after: '' },
    print: '打印路线',
    printing: '正在打印…',
    printed: '路线打好了，|请取走。',
    stuck: '没能打印，|请用手机扫码。',
    stuckHere: '没能打印，|请照屏幕上走。',
    printAgain: '再打一次',
    phone: '手机扫一扫，|带着路线走',
    done: '记住了',
    here: '您在这里',
  },
  changed: { notice: '路线刚才变了，|这一条可能走不通了。', take: '看新的路线' },
  noWay: {
    reasons: {
      'no-venue': { title: '这里还没有地图', sentence: '请志愿者|带您去。' },
      'from-unknown': { title: '地图上|还没有这台机器', sentence: '请志愿者|带您去。' },
      'to-unknown': { title: '地图上|没有这个地方', sentence: '请志愿者|带您去。' },
      'same-place': { title: '您已经到了', sentence: '要找的地方|就在这里。' },
      restricted: { title: '那里不对外开放', sentence: '只有工作人员|能进。有事请问志愿者。' },
      island: { title: '地图上|没有路通到那里', sentence: '请志愿者|带您去。' },
      closed: { title: '去那里的路|现在封着', sentence: '请志愿者|带您去。' },
      profile: { title: '这样走|到不了那里', sentence: '请志愿者|带您去。' },
      'step-free': { title: '不走楼梯|到不了那里', sentence: '请志愿者|带您去。' },
      unavailable: { title: '现在查不到路线', sentence: '请再试一次，|或者请志愿者带您去。' },
    },
    call: '请志愿者带我去',
    withStairs: '看走楼梯的路',
    withoutStairs: '看不走楼梯的路',
    retry: '再试一次',
    elsewhere: '换个地方',
  },
  glance: {
    title: '怎么走',
    changed: '路线刚才变了，|请按下面的按钮看新的。',
    gone: '去那里的路|现在走不通，|志愿者可以带您去。',
  },
};

export type WayWording = typeof zh;

const en: WayWording = {
  open: { name: 'Find the way', how: 'No card needed' },
  walk: 'Walk it on the map',
  walkStepFree: 'See the map: without stairs',
  building: {
    floors: 'Floors',
    walk: 'From the beginning',
    picture: 'Picture of the way. Arrow keys move it, plus and minus zoom, Enter leads to the place in the ring',
  },
  find: { title: 'Where would you like to go?', search: 'Type a name', stepFree: 'No stairs', who: 'Wheelchair, pram' },
  places: { title: 'Please choose one', none: 'No places are listed here yet.' },
  search: {
    title: 'Type the name',
    example: 'The first letters are enough.',
    none: 'Nothing found. Please try another word.',
    failed: 'No answer now. Please tap another letter.',
    remove: 'Delete',
  },
  looking: 'Looking for the way…',
  way: {
    title: { before: 'To ', after: '' },
    print: 'Print the way',
    printing: 'Printing…',
    printed: 'Printed. Please take the slip.',
    stuck: 'It could not be printed. Please scan the code.',
    stuckHere: 'It could not be printed. Please read it here.',
    printAgain: 'Print again',
    phone: 'Scan it to take the way with you',
    done: 'Got it',
    here: 'You are here',
  },
  changed: { notice: 'The way has just changed: this one may not lead there any more.', take: 'Show the new way' },
  noWay: {
    reasons: {
      'no-venue': { title: 'There is no map here yet', sentence: 'A volunteer can take you there.' },
      'from-unknown': { title: 'This terminal is not on the map yet', sentence: 'A volunteer can take you there.' },
      'to-unknown': { title: 'This place is not on the map', sentence: 'A volunteer can take you there.' },
      'same-place': { title: 'You are there already', sentence: 'The place is right here.' },
      restricted: { title: 'That place is for staff only', sentence: 'Volunteers can help with what you need.' },
      island: { title: 'The map shows no way there', sentence: 'A volunteer can take you there.' },
      closed: { title: 'The way there is closed now', sentence: 'A volunteer can take you there.' },
      profile: { title: 'There is no such way', sentence: 'A volunteer can take you there.' },
      'step-free': { title: 'There is no way without stairs', sentence: 'A volunteer can take you there.' },
      unavailable: { title: 'No way can be found now', sentence: 'Please try again, or ask a volunteer.' },
    },
    call: 'Ask a volunteer to take me',
    withStairs: 'Show the way by stairs',
    withoutStairs: 'Show the way without stairs',
    retry: 'Try again',
    elsewhere: 'Another place',
  },
  glance: {
    title: 'The way',
    changed: 'The way has just changed. Tap below to see it.',
    gone: 'There is no way there just now. A volunteer can take you.',
  },
};

export const wayWording = { zh, en };

/** The words by mode: elder mode has fewer. */
export const wayWords = byMode(wayWording, fewerWayWords);
