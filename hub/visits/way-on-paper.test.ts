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
    expect(wayOnPaper({ there, back }, 'zh')).toEqual([
      {
        title: '怎么走',
        lines: ['约3分钟 · 120米 · 乘电梯1次', '1. 面向屏幕，向右转身', '2. 乘3号电梯上到3楼', '3. 心内科候诊区在左边'],
        large: true,
      },
      { title: '回来的路', lines: ['约3分钟 · 120米', '1. 下到1楼'] },
    ]);
    expect(wayOnPaper({ there, back }, 'en').map(({ title }) => title)).toEqual(['How to get there', 'The way back']);
  });

  test('is left out in the direction in which there is none', () => {
    expect(wayOnPaper({ there, back: [] }, 'en').map(({ title }) => title)).toEqual(['How to get there']);
    expect(wayOnPaper({ there: [], back: [] }, 'zh')).toEqual([]);
  });

  test('that is too long for paper is left out, and never breaks the slip', () => {
    const long = Array.from({ length: 40 }, () => words('直行', 'Go straight'));
    const sections = wayOnPaper({ there: long, back: long.slice(0, 20) }, 'zh');
    expect(sections.map(({ title }) => title)).toEqual(['回来的路']);
    expect(slip.shape.sections.safeParse(sections).success).toBe(true);
  });
});
