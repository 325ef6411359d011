import { expect, test } from 'vitest';
import { lengthOf, plainText } from './plain-text.ts';

test('a name with control bytes and direction marks becomes a plain one', () => {
  expect(plainText('张\u0007\u202e*\u001b[31m明\n')).toBe('张 * [31m明');
});

test('rare characters and markup stay as they are', () => {
  expect(plainText('䶮㛃𠅤<b>')).toBe('䶮㛃𠅤<b>');
});

test('a Chinese name is short, a Latin one long, forty characters very long', () => {
  expect([lengthOf('欧阳*'), lengthOf('A*** Abdurahman'), lengthOf('x'.repeat(40))]).toEqual([
    'short',
    'long',
    'very-long',
  ]);
  expect(lengthOf('迪力夏提·买买提艾力')).toBe('long');
});
