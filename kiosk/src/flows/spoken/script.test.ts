import { describe, expect, it } from 'vitest';
import type { SaidScreen } from '#lib/speech/what-is-said.ts';
import type { Language } from '#lib/words/language.ts';
import { textOf } from './known-sentences.ts';
import { scriptOf } from './script.ts';

const spoken = (screen: SaidScreen, language: Language): (string | undefined)[] =>
  scriptOf(screen, language).map(({ clip, sound }) => (clip === undefined ? sound : textOf(clip, language)));

describe('what is heard of a screen', () => {
  it('is what it tells, that the rest is to be read, and what can be pressed', () => {
    const screen: SaidScreen = {
      texts: [
        { kind: 'sentence', text: '，您好' },
        { kind: 'sentence', text: '09:00' },
        { kind: 'sentence', text: '三楼' },
        { kind: 'sentence', text: '按下面的按钮，机器会打出号票。' },
        { kind: 'action', text: '签到' },
        { kind: 'action', text: '不是我要办的' },
      ],
      keepsQuiet: true,
    };
    expect(spoken(screen, 'zh')).toEqual([
      '，您好',
      '09:00',
      '三楼',
      '按下面的按钮，机器会打出号票。',
      '其他的，请看屏幕',
      '请按',
      '签到',
      '或者按',
      '不是我要办的',
    ]);
  });

  it('has the number of a ticket sign by sign', () => {
    const screen: SaidScreen = { texts: [{ kind: 'number', text: 'A012' }], keepsQuiet: false };
    expect(spoken(screen, 'en')).toEqual(['Your number is', 'A', '0', '1', '2']);
  });

  it('is a way by the sounds that the hub makes of it, step after step', () => {
    const sounds = ['/api/terminal/way-sound?step=0', '/api/terminal/way-sound?step=1'];
    const texts = sounds.map((sound) => ({ kind: 'way' as const, text: '乘3号电梯上到三楼', sound }));
    expect(spoken({ texts, keepsQuiet: false }, 'zh')).toEqual(sounds);
  });

  it('is never a name, a clinic or anything else that is not the house’s own sentence', () => {
    const texts = ['张*明', '心血管内科', '李文医生', '110101195803070019'].map((text) => ({
      kind: 'sentence' as const,
      text,
    }));
    expect(spoken({ texts, keepsQuiet: false }, 'zh')).toEqual([]);
  });
});
