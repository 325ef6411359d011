import { describe, expect, it } from 'vitest';
import { sampleStep } from '../sample-visit.ts';
import { clipOf, clipOfName, clipsOfNumber, nameOfClip, textOf } from './known-sentences.ts';

describe('the sentences a terminal may speak', () => {
  it.each([
    ['签到好了，请取走号票', 'zh', '签到好了，请取走号票'],
    ['，您好', 'zh', '，您好'],
    ['您在替别人办', 'zh', '您在替别人办'],
    ['You are here for somebody else', 'en', 'You are here for somebody else'],
    ['前面 4 人', 'zh', '前面 4 人'],
    ['现在没有人在等', 'zh', '现在没有人在等'],
    ['13:30 起签到', 'zh', '13:30 起签到'],
    ['09:00', 'zh', '09:00'],
    ['三楼', 'zh', '三楼'],
    ['Floor 3', 'en', 'Floor 3'],
    ['Hello,', 'en', 'Hello, '],
    ['4 ahead of you', 'en', '4 ahead of you'],
  ] as const)('know “%s”, by an address that carries it', (text, language, spoken) => {
    const clip = clipOf(text, language);
    if (clip === undefined) throw new Error('no clip');
    expect(nameOfClip(clip)).toMatch(/^[\w.~-]{1,120}$/);
    expect(clipOfName(nameOfClip(clip))).toEqual(clip);
    expect(textOf(clip, language)).toBe(spoken);
  });

  it.each(['张*明，您好', sampleStep.clinic.zh, '李文医生', '请把钱转到这个账户', ''])('do not know “%s”', (text) => {
    expect(clipOf(text, 'zh')).toBeUndefined();
  });

  it.each([
    ['visit.step.waiting', ['4', '4']],
    ['visit.step.waiting', []],
    ['visit.step.waiting', ['张三']],
    ['visit.step.waiting', ['12345']],
    ['sign', ['A012']],
    ['sign', ['-']],
    ['constructor', []],
    ['', []],
  ])('have none with the address %s %j', (id, values) => {
    expect(textOf({ id, values }, 'zh')).toBeUndefined();
  });

  it('have a ticket’s number sign by sign, so that no address carries it', () => {
    expect(clipsOfNumber('A012').map((clip) => textOf(clip, 'zh'))).toEqual(['A', '0', '1', '2']);
  });
});
