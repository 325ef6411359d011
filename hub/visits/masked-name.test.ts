import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskName, surnameOf } from './masked-name.ts';
import { isSameName, plainName } from './plain-name.ts';

test.each([
  ['张建明', '张*明'],
  ['张三', '张*'],
  ['张', '张*'],
  ['欧阳静', '欧阳*'],
  ['欧阳小静', '欧阳*静'],
  ['欧阳', '欧*'],
  ['司马相如', '司马*如'],
  ['张王小明', '张**明'],
  ['陳嘉欣', '陳*欣'],
  ['李㛃', '李*'],
  ['周䶮𠅤', '周*𠅤'],
  ['𠅤小明', '𠅤*明'],
  ['阿卜杜拉·买买提', '阿***·买**'],
  ['ANNA SMITH', 'A*** S***'],
  ['Jean-Luc  Picard', 'J*** P***'],
  ['Ńina', 'Ń***'],
  ['Владимир Ильин', 'В*** И***'],
  ['', '*'],
  ['\u0007\u202e', '*'],
  ['\u202e张\u0000三\u2066', '张*'],
  ['张 建 明', '张*明'],
  ['=cmd|"/c calc"!A0', 'c*** c***'],
  ['=张三', '张*'],
  ['+86 Wang', '8*** W***'],
  ['😀', '*'],
  ['😀 Anna', 'A***'],
  ['محمد علي', 'م*** ع***'],
  [`张${'建'.repeat(58)}明`, '张******明'],
  ['Pablo Diego José Francisco de Paula Juan Picasso', 'P*** D*** J*** P***'],
])('%j is shown as %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('the surname that the hospital has is taken before any list', () => {
  expect(maskName('夏侯惇', '夏')).toBe('夏*惇');
  expect(maskName('司空见惯', '司')).toBe('司**惯');
  expect(surnameOf('欧阳静', undefined)).toBe('欧阳');
  expect(surnameOf('张三', '李')).toBe('张');
  expect(surnameOf('ANNA SMITH', 'SMITH')).toBeNull();
  expect(surnameOf('阿卜杜拉·买买提', undefined)).toBeNull();
});

/** Any code points but halves of pairs; fast-check's own strings of this kind take seconds to set up. */
const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), { maxLength: 200 })
  .map((points) => String.fromCodePoint(...points));

test('whatever the name is, its mask hides something and holds nothing invisible', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const masked = maskName(name);
      expect(masked).toContain('*');
      expect(masked).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(masked.isWellFormed()).toBe(true);
      if (plainName(name).length > 1) expect(masked).not.toBe(plainName(name));
    }),
  );
});

test('a tower of accents is cut down to two', () => {
  expect(maskName(`Z${'\u0301'.repeat(40)}alg o`)).toBe('Ź\u0301\u0301*** o***');
});

test.each([
  ['张建明', '张建明', true],
  ['ＡＮＮＡ　SMITH', 'Anna Smith', true],
  ['阿卜杜拉·买买提', '阿卜杜拉•买买提', true],
  ['SMITH, ANNA', 'Smith Anna', true],
  ['O’NEIL', "O'Neil", true],
  ['张建明', '张健明', false],
  ['', '', false],
  ['\u202e', '张三', false],
])('%j and %j: same name %s', (one, other, same) => {
  expect(isSameName(one, other)).toBe(same);
});
