import { hostileCharacter } from '@lobby/config/wording/hostile-character.ts';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { cleanLine, cleanParagraphs } from './clean-text.ts';

vi.setConfig({ testTimeout: 30_000 });

test('a name with control bytes, ESC/POS commands and bidi marks comes out as its letters', () => {
  expect(cleanLine('张\u001b@\u0010\u0004\u0001三\u202e四\u0000')).toBe('张@三四');
});

test('rare characters of names stay what they are', () => {
  expect(cleanLine('䶮 㛃 𠅤 鿍')).toBe('䶮 㛃 𠅤 鿍');
});

test('an accent typed as a mark of its own becomes one letter, and a lone surrogate nothing', () => {
  expect(cleanLine('Jose\u0301\ud800')).toBe('José');
});

test('the yen sign becomes the full-width one that printers have', () => {
  expect(cleanLine('¥12.00')).toBe('￥12.00');
});

test('an English apostrophe takes one column, a Chinese quotation mark stays', () => {
  expect(cleanLine('the nurses’ station, ‘急诊’')).toBe("the nurses' station, ‘急诊’");
});

test('paragraphs stay apart, other white space becomes a space', () => {
  expect(cleanParagraphs('一\r\n二\u2028三\t四\u00a0五')).toEqual(['一', '二', '三 四 五']);
});

test('whatever comes in, nothing invisible comes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.nat().map(hostileCharacter) }), (text) => {
      expect(cleanLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
    }),
  );
});
