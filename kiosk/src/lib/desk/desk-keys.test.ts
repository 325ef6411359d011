import { describe, expect, test } from 'vitest';
import { meaningOf, type KeyPress } from './desk-keys.ts';
import { keyOfVerb } from './verbs.ts';

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
    ['t', 'to-tests'],
    ['z', 'undo-call'],
    ['F9', 'panic'],
  ])('%j means %s', (key, verb) => {
    expect(meaningOf(press(key))).toEqual({ kind: 'verb', verb });
  });

  test('no two verbs share a key', () => {
    const keys = Object.values(keyOfVerb);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('arrows walk through the list, and go on while they are held', () => {
    expect(meaningOf(press('ArrowDown', { repeat: true }))).toEqual({ kind: 'step', to: 'down' });
    expect(meaningOf(press('Home'))).toEqual({ kind: 'step', to: 'first' });
  });

  test.each([' ', 'r', 'm', 'Enter', 'Escape', 'F9', '3'])('%j that is held down means nothing more', (key) => {
    expect(meaningOf(press(key, { repeat: true }))).toBeUndefined();
  });

  test('a browser shortcut stays one', () => {
    expect(meaningOf(press('r', { ctrlKey: true }))).toBeUndefined();
    expect(meaningOf(press('f', { metaKey: true }))).toBeUndefined();
    expect(meaningOf(press('m', { altKey: true }))).toBeUndefined();
  });

  test('a Chinese input method does not swallow the keys, but what is being written with it is no key', () => {
    expect(meaningOf(press('Process', { code: 'KeyR' }))).toEqual({ kind: 'verb', verb: 'recall' });
    expect(meaningOf(press('Process', { code: 'Space' }))).toEqual({ kind: 'verb', verb: 'next' });
    expect(meaningOf(press('Process', { code: 'Digit2' }))).toEqual({ kind: 'queue', number: 2 });
    expect(meaningOf(press('Process', { code: 'ArrowUp' }))).toEqual({ kind: 'step', to: 'up' });
    expect(meaningOf(press('Process', { code: 'KeyR', isComposing: true }))).toBeUndefined();
  });

  test('the question mark of either keyboard opens the keys, and any other key means nothing', () => {
    expect(meaningOf(press('?'))).toEqual({ kind: 'keys' });
    expect(meaningOf(press('？'))).toEqual({ kind: 'keys' });
    for (const key of ['q', 'Tab', 'F5', 'F12', '中', 'Process', '__proto__', 'constructor'])
      expect(meaningOf(press(key))).toBeUndefined();
  });
});
