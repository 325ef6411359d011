/** Words of the start-of-day self-test at a terminal. */
export const selfTestWording = {
  zh: { layCard: '自检：请放上测试卡', heard: '正在自检，这台机器的声音是好的' },
  en: { layCard: 'Self-test: lay the test card', heard: 'Self-test: the sound of this terminal is well' },
} as const;
