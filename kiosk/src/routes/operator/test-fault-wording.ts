import type { SelfTestFault } from '@lobby/hub/contract';
import type { Language } from '#lib/words/language.ts';

/** What went wrong in a self-test, and what to do. */
export const testFaultWording: Readonly<Record<Language, Readonly<Record<SelfTestFault, string>>>> = {
  zh: {
    'no-reader': '没有配读卡器。',
    'reader-away': '读卡器没有应答，请看线和电源。',
    'no-test-card': '院区设置里没有写测试卡号（selfTest.cards）。',
    'no-card': '1 分钟内没有放测试卡，请再来一次。',
    'card-unreadable': '测试卡读不出来，请擦一擦再试，或换一张。',
    'no-printer': '没有配打印机。',
    'paper-out': '没纸了，请装纸。',
    'cover-open': '打印机上盖开着，请关好。',
    'printer-offline': '打印机没有联机，请看电源和线。',
    'printer-fault': '打印机故障，请报修。',
    'printer-silent': '打印机没有回话，请看纸出来没有。',
    'no-page': '自助机页面没有打开，请重启浏览器。',
    'no-sound': '没有放出声音，请看音箱和音量。',
    'screen-away': '这些屏没有连接，请看电源和网线：',
    'screen-not-shown': '这些屏没有显示测试画面，请刷新：',
    'in-use': '有患者在用，请稍后再试。',
    'no-answer': '自助机没有回话，请看电源和网线。',
  },
  en: {
    'no-reader': 'No reader is configured.',
    'reader-away': 'The reader does not answer; look at cable and power.',
    'no-test-card': 'The settings of the site name no test card (selfTest.cards).',
    'no-card': 'No test card within a minute; start again.',
    'card-unreadable': 'The test card cannot be read; wipe it, or take another one.',
    'no-printer': 'No printer is configured.',
    'paper-out': 'No paper; put some in.',
    'cover-open': 'The cover of the printer is open; close it.',
    'printer-offline': 'The printer is offline; look at power and cable.',
    'printer-fault': 'The printer has a fault; have it repaired.',
    'printer-silent': 'The printer never said; see whether the slip came out.',
    'no-page': 'The page of the terminal is not open; restart its browser.',
    'no-sound': 'No sound came; look at loudspeaker and volume.',
    'screen-away': 'These screens are not connected; look at power and network:',
    'screen-not-shown': 'These screens did not show the test picture; reload them:',
    'in-use': 'A patient was there; try again later.',
    'no-answer': 'The terminal did not answer; look at power and network.',
  },
};
