const zh = {
  home: '首页',
  back: '返回',
};

const en: typeof zh = {
  home: 'Home',
  back: 'Back',
};

/** Words that stand at the same place on every screen. */
export const frameWording = { zh, en };
