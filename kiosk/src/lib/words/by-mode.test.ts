import { expect, it } from 'vitest';
import { byMode } from './by-mode.ts';

const whole = { title: '很长的一句话', group: { count: (people: number) => `${people} 人`, steps: ['一', '二'] } };

it('says in elder mode what has fewer words there, and everything else as ever', () => {
  const words = byMode({ zh: whole, en: whole }, { zh: { title: '短话', group: { steps: ['一'] } }, en: {} });
  expect(words.elder.zh.title).toBe('短话');
  expect(words.elder.zh.group.steps).toEqual(['一']);
  expect(words.elder.zh.group.count(4)).toBe('4 人');
  expect(words.elder.en).toEqual(whole);
  expect(words.standard.zh).toBe(whole);
});
