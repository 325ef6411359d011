const zh = {
  home: '首页',
  back: '返回',
  /** What a touch on the third place brings. */
  mode: { elder: '长辈模式', standard: '标准模式' },
};

const en: typeof zh = {
  home: 'Home',
  back: 'Back',
  mode: { elder: 'Large text', standard: 'Normal' },
};

/** Words that stand at the same place on every screen. */
export const frameWording = { zh, en };
