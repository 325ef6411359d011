import { describe, expect, test } from 'vitest';
import { actionOfKey, type KeyPress } from './desk-keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  repeat: false,
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});

describe('the keys of a desk', () => {
  test.each([
    [' ', 'next'],
    ['r', 'recall'],
    ['R', 'recall'],
    ['m', 'missed'],
    ['f', 'finish'],
  ])('%j means %s', (key, action) => {
    expect(actionOfKey(press(key))).toBe(action);
  });

  test('a key that is held down means nothing more', () => {
    expect(actionOfKey(press(' ', { repeat: true }))).toBeUndefined();
  });

  test('a browser shortcut stays one', () => {
    expect(actionOfKey(press('r', { ctrlKey: true }))).toBeUndefined();
    expect(actionOfKey(press('f', { metaKey: true }))).toBeUndefined();
    expect(actionOfKey(press('m', { altKey: true }))).toBeUndefined();
  });

  test('a Chinese input method does not swallow the keys, but what is being written with it is no key', () => {
    expect(actionOfKey(press('Process', { code: 'KeyR' }))).toBe('recall');
    expect(actionOfKey(press('Process', { code: 'KeyR', isComposing: true }))).toBeUndefined();
  });

  test('other keys mean nothing', () => {
    for (const key of ['a', 'Enter', 'Tab', 'Escape', 'Process', '__proto__', 'constructor'])
      expect(actionOfKey(press(key))).toBeUndefined();
  });
});
