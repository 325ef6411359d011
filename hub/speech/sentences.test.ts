import { hostileCharacter } from '@lobby/config/wording/hostile-character.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CallWords } from './call-words.ts';
import { sentenceOf } from './sentences.ts';

const call: CallWords = { label: 'A012', surname: '张', sex: 'male', room: { zh: '3 诊室', en: 'Room 3' } };

test('a man is called by his number, his family name and the room', () => {
  expect(sentenceOf(call, 'zh')).toEqual({
    voice: 'cmn-latn-pinyin',
    text: 'qing3 ei1 ling2 yi1 er4 hao4, zhang1 xian1 sheng5, dao4 san1 hao4 zhen3 shi4 jiu4 zhen3',
  });
  expect(sentenceOf(call, 'en')).toEqual({ voice: 'en', text: 'Number A, 0 1 2. Please go to Room 3.' });
});

test('女士 单 is called shan, not dan', () => {
  expect(sentenceOf({ ...call, surname: '单', sex: 'female' }, 'zh').text).toContain(', shan4 nv3 shi4, ');
});

test('where only the ticket may be spoken, no name is spoken', () => {
  expect(sentenceOf({ ...call, surname: null }, 'zh').text).toBe(
    'qing3 ei1 ling2 yi1 er4 hao4, dao4 san1 hao4 zhen3 shi4 jiu4 zhen3',
  );
});

test.each(['MARTIN', 'toString', '__proto__', '\u{2a6b6}', '\u0007', ''])(
  'a family name that no voice can read (%j) is left out',
  (surname) => {
    expect(sentenceOf({ ...call, surname }, 'zh').text).toBe(sentenceOf({ ...call, surname: null }, 'zh').text);
  },
);

test('a long room number is spelled in English too', () => {
  expect(sentenceOf({ ...call, room: { zh: '201 诊室', en: 'Room 201' } }, 'en').text).toBe(
    'Number A, 0 1 2. Please go to Room 2 0 1.',
  );
});

test('a room without a readable name still makes a sentence', () => {
  const nameless = { ...call, surname: null, room: { zh: '§§', en: '诊室' } };
  expect(sentenceOf(nameless, 'zh').text).toBe('qing3 ei1 ling2 yi1 er4 hao4, jiu4 zhen3');
  expect(sentenceOf(nameless, 'en').text).toBe('Number A, 0 1 2. Please come in.');
});

test('whatever stands in a name, the voice gets words and never an option, a markup or a control byte', () => {
  const hostile = fc.oneof(
    fc.string({ unit: fc.nat().map(hostileCharacter) }),
    fc.constantFrom(
      '-w /etc/passwd',
      '$(reboot)',
      "';rm -rf /",
      '[[h@l]]',
      '<speak>',
      '张\u202e\u0000\n-v x',
      '--help',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, hostile, (label, surname, zh, en) => {
      const words: CallWords = { label, surname, sex: 'female', room: { zh, en } };
      expect(sentenceOf(words, 'zh').text).toMatch(/^qing3[a-z0-9, ]*$/);
      expect(sentenceOf(words, 'en').text).toMatch(/^Number[A-Za-z0-9,. ]*$/);
    }),
  );
});
