import { expect, it } from 'vitest';
import { sampleWay } from '#flows/way/sample-way.ts';
import { spokenOfWay } from './spoken-way.ts';

it('a way is heard as how long it takes, and step by step', () => {
  expect(spokenOfWay(sampleWay, null, 'zh')).toBe('约4分钟，180米，2次转弯，乘电梯1次');
  expect(spokenOfWay(sampleWay, 1, 'zh')).toBe('乘3号电梯上到三楼');
  expect(spokenOfWay(sampleWay, 99, 'zh')).toBeUndefined();
});

it('whoever stands by does not hear to which clinic it leads', () => {
  expect(spokenOfWay(sampleWay, 3, 'zh')).toBe('右手边就是您要去的地方');
  expect(spokenOfWay(sampleWay, 3, 'en')).toBe('The place you want is on your right');
});
