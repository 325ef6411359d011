import { hostileCharacter } from '@lobby/config/wording/hostile-character.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screenSentence } from './screen-sentence.ts';

const mandarin = (text: string): string => screenSentence(text, 'zh').text;

describe('what a screen says in Mandarin', () => {
  test.each([
    ['请把身份证放在右下方读卡处', 'qing3 ba3 shen1 fen4 zheng4 fang4 zai4 you4 xia4 fang1 du2 ka3 chu4'],
    ['签到好了，请取走号票', 'qian1 dao4 hao3 le5, qing3 qu3 zou3 hao4 piao4'],
    ['签到，打印号票', 'qian1 dao4, da3 yin4 hao4 piao4'],
    ['这台机器正在重新启动', 'zhe4 tai2 ji1 qi4 zheng4 zai4 chong2 xin1 qi3 dong4'],
    ['请再查一次，不会重复取号。', 'qing3 zai4 cha2 yi2 ci4, bu2 hui4 chong2 fu4 qu3 hao4'],
    ['请把卡拿起来，再平着放一次。', 'qing3 ba3 ka3 na2 qi3 lai2, zai4 ping2 zhe5 fang4 yi2 ci4'],
    ['过一会儿再来', 'guo4 yi2 hui4 er5 zai4 lai2'],
    ['卡还在读卡处。', 'ka3 hai2 zai4 du2 ka3 chu4'],
    ['这是银行卡', 'zhe4 shi4 yin2 hang2 ka3'],
    ['都看完了', 'dou1 kan4 wan2 le5'],
    ['又通知了其他工作人员', 'you4 tong1 zhi1 le5 qi2 ta1 gong1 zuo4 ren2 yuan2'],
    ['着急的话，请到服务台。', 'zhao2 ji2 de5 hua4, qing3 dao4 fu2 wu4 tai2'],
    ['没有人用时会自动退出。', 'mei2 you3 ren2 yong4 shi2 hui4 zi4 dong4 tui4 chu1'],
    ['长辈模式', 'zhang3 bei4 mo2 shi4'],
  ])('%s', (text, spoken) => {
    expect(mandarin(text)).toBe(spoken);
  });

  test.each([
    ['前面 2 人', 'qian2 mian4 liang3 ren2'],
    ['前面 12 人', 'qian2 mian4 shi2 er4 ren2'],
    ['前面 108 人', 'qian2 mian4 yi1 bai3 ling2 ba1 ren2'],
    ['前面 112 人', 'qian2 mian4 yi1 bai3 yi1 shi2 er4 ren2'],
    ['09:00', 'jiu3 dian3'],
    ['02:05', 'liang3 dian3 ling2 wu3 fen1'],
    ['13:30 起签到', 'shi2 san1 dian3 san1 shi2 fen1 qi3 qian1 dao4'],
    ['A', 'ei1'],
    ['0', 'ling2'],
  ])('numbers as people say them: %s', (text, spoken) => {
    expect(mandarin(text)).toBe(spoken);
  });
});

test('English is read as it stands, times as people say them', () => {
  const english = (text: string): string => screenSentence(text, 'en').text;
  expect(english('Please put it down flat once more.')).toBe('Please put it down flat once more.');
  expect(english("Don't forget your card")).toBe("Don't forget your card");
  expect(english('From 13:30')).toBe('From 13 30');
  expect(english('09:00')).toBe("9 o'clock");
});

test('whatever the text, the voice gets words and never an option, a markup or a control byte', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: fc.nat().map(hostileCharacter) }),
        fc.constantFrom('-w /etc/passwd', '[[h@l]]', '<b>签到'),
      ),
      (text) => {
        expect(mandarin(text)).toMatch(/^([a-z][a-z0-9, ]*)?$/);
        expect(screenSentence(text, 'en').text).toMatch(/^([A-Za-z0-9'?!][A-Za-z0-9,.?!' ]*)?$/);
      },
    ),
  );
});
