import { loadSite } from '@lobby/config';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { goldenSurnames } from './golden-surnames.ts';
import { readLabel, readPlace, readSurname } from './mandarin.ts';

const site = loadSite(fileURLToPath(new URL('../../config/sites/demo', import.meta.url)));

test.each(Object.entries(goldenSurnames))('the family name %s is spoken %s', (surname, spoken) => {
  expect(readSurname(surname)).toBe(spoken);
});

const clinics: Readonly<Record<string, string>> = {
  取药: 'qu3 yao4',
  采血: 'cai3 xue4',
  影像检查: 'ying3 xiang4 jian3 cha2',
  综合服务: 'zong1 he2 fu2 wu4',
  急诊内科: 'ji2 zhen3 nei4 ke1',
  急诊外科: 'ji2 zhen3 wai4 ke1',
  发热门诊: 'fa1 re4 men2 zhen3',
  儿内科: 'er2 nei4 ke1',
  小儿外科: 'xiao3 er2 wai4 ke1',
  儿童保健科: 'er2 tong2 bao3 jian4 ke1',
  呼吸与危重症医学科: 'hu1 xi1 yu3 wei1 zhong4 zheng4 yi1 xue2 ke1',
  消化内科: 'xiao1 hua4 nei4 ke1',
  内分泌科: 'nei4 fen1 mi4 ke1',
  老年医学科: 'lao3 nian2 yi1 xue2 ke1',
  普通外科: 'pu3 tong1 wai4 ke1',
  泌尿外科: 'mi4 niao4 wai4 ke1',
  胸外科: 'xiong1 wai4 ke1',
  骨科: 'gu3 ke1',
  康复医学科: 'kang1 fu4 yi1 xue2 ke1',
  中医科: 'zhong1 yi1 ke1',
  心血管内科: 'xin1 xue4 guan3 nei4 ke1',
  神经内科: 'shen2 jing1 nei4 ke1',
  神经外科: 'shen2 jing1 wai4 ke1',
  心理科: 'xin1 li3 ke1',
  肾内科: 'shen4 nei4 ke1',
  风湿免疫科: 'feng1 shi1 mian3 yi4 ke1',
  血液内科: 'xue4 ye4 nei4 ke1',
  妇科: 'fu4 ke1',
  产科: 'chan3 ke1',
  乳腺外科: 'ru3 xian4 wai4 ke1',
  眼科: 'yan3 ke1',
  耳鼻咽喉科: 'er3 bi2 yan1 hou2 ke1',
  口腔科: 'kou3 qiang1 ke1',
  皮肤科: 'pi2 fu1 ke1',
};

describe('places of the demo hospital', () => {
  test.each(site.areas.flatMap((area) => area.queues.map((queue) => queue.name.zh)))('%s is read right', (name) => {
    expect(readPlace(name)).toBe(clinics[name]);
  });

  test('every room is read: with 号 as the sign says it aloud, three digits one by one', () => {
    const spoken = new Map(
      site.areas.flatMap((area) => area.rooms.map((room) => [room.name.zh, readPlace(room.name.zh)])),
    );
    const digit: Readonly<Record<string, string>> = {
      0: 'ling2',
      1: 'yao1',
      2: 'er4',
      3: 'san1',
      4: 'si4',
      5: 'wu3',
      6: 'liu4',
      7: 'qi1',
      8: 'ba1',
      9: 'jiu3',
    };
    for (const [name, sound] of spoken) {
      const number = /^\d{3}/.exec(name)?.[0];
      if (number === undefined) continue;
      expect(sound).toBe(`${[...number].map((each) => digit[each]).join(' ')} zhen3 shi4`);
    }
    expect(spoken.get('1 诊室')).toBe('yi1 hao4 zhen3 shi4');
    expect(spoken.get('3 诊室')).toBe('san1 hao4 zhen3 shi4');
    expect(spoken.get('发热诊室')).toBe('fa1 re4 zhen3 shi4');
    expect(spoken.get('301 诊室')).toBe('san1 ling2 yao1 zhen3 shi4');
  });
});

test.each([
  ['12 诊室', 'shi2 er4 hao4 zhen3 shi4'],
  ['20 号窗口', 'er4 shi2 hao4 chuang1 kou3'],
  ['第 2 诊室', 'di4 er4 hao4 zhen3 shi4'],
  ['05 诊室', 'ling2 wu3 hao4 zhen3 shi4'],
  ['２１０诊室', 'er4 yao1 ling2 zhen3 shi4'],
  ['B 超 2 室', 'bi4 chao1 er4 hao4 shi4'],
  ['CT 机房', 'xi1 ti4 ji1 fang2'],
  ['South Wing, second floor', ''],
  ['Adam Careful 医生', ''],
  ['李文医生', 'li3 wen2 yi1 sheng1'],
])('%s is read %s', (name, spoken) => {
  expect(readPlace(name)).toBe(spoken);
});

test('a ticket is read letter by letter and digit by digit', () => {
  expect(readLabel('A012')).toBe('ei1 ling2 yi1 er4');
  expect(readLabel('bz907')).toBe('bi4 zei4 jiu3 ling2 qi1');
});

test('every letter of a ticket has a sound', () => {
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') expect(readLabel(letter)).toMatch(/^[a-z]+[1-5]( [a-z]+[1-5])*$/);
});
