const zh = {
  home: '首页',
  back: '返回',
  /** What a touch on the third place brings. */
  mode: { elder: '长辈模式', standard: '标准模式' },
  /** Heard, not seen: around what is on a screen. */
  spoken: { number: '您的号码是', restOnScreen: '其他的，请看屏幕', press: '请按', or: '或者按' },
};

const en: typeof zh = {
  home: 'Home',
  back: 'Back',
  mode: { elder: 'Large text', standard: 'Normal' },
  spoken: { number: 'Your number is', restOnScreen: 'The rest is on the screen', press: 'Please tap', or: 'Or tap' },
};

/** Words that stand at the same place on every screen. */
export const frameWording = { zh, en };
