import { describe, expect, test } from 'vitest';
import { slip } from '../contract/index.ts';
import { wayOnPaper } from './way-on-paper.ts';

const words = (zh: string, en: string) => ({ zh, en });
const there = [
  words('约3分钟 · 120米 · 乘电梯1次', 'About 3 min · 120 m · 1 lift'),
  words('面向屏幕，向右转身', 'Facing the screen, turn right'),
  words('乘3号电梯上到3楼', 'Take Lift 3 up to floor 3'),
  words('心内科候诊区在左边', 'Cardiology is on your left'),
];
const back = [words('约3分钟 · 120米', 'About 3 min · 120 m'), words('下到1楼', 'Go down to floor 1')];

describe('the way on a slip', () => {
  test('says how long it is, then one numbered step a line, there and back', () => {
    expect(wayOnPaper({ profile: 'default', there, back }, 'zh')).toEqual([
      {
        title: '怎么走',
        lines: ['约3分钟 · 120米 · 乘电梯1次', '1. 面向屏幕，向右转身', '2. 乘3号电梯上到3楼', '3. 心内科候诊区在左边'],
        large: true,
      },
      { title: '回来的路', lines: ['约3分钟 · 120米', '1. 下到1楼'] },
    ]);
    expect(wayOnPaper({ profile: 'default', there, back }, 'en').map(({ title }) => title)).toEqual([
      'How to get there',
      'The way back',
    ]);
  });

  test('is left out in the direction in which there is none', () => {
    expect(wayOnPaper({ profile: 'default', there, back: [] }, 'en').map(({ title }) => title)).toEqual([
      'How to get there',
    ]);
    expect(wayOnPaper({ profile: 'default', there: [], back: [] }, 'zh')).toEqual([]);
  });

  test('without stairs says so, and says so too where there is none', () => {
    const stepFree = wayOnPaper({ profile: 'step-free', there, back }, 'zh');
    expect(stepFree.map(({ title }) => title)).toEqual(['怎么走（不走楼梯）', '回来的路（不走楼梯）']);
    expect(wayOnPaper({ profile: 'step-free', there: [], back }, 'en')).toEqual([
      {
        title: 'How to get there (no stairs)',
        lines: ['There is no way without stairs. A volunteer can take you there.'],
        large: true,
      },
    ]);
  });

  test('that is too long for paper is left out, and never breaks the slip', () => {
    const long = Array.from({ length: 40 }, () => words('直行', 'Go straight'));
    const sections = wayOnPaper({ profile: 'default', there: long, back: long.slice(0, 20) }, 'zh');
    expect(sections.map(({ title }) => title)).toEqual(['回来的路']);
    expect(slip.shape.sections.safeParse(sections).success).toBe(true);
  });
});
