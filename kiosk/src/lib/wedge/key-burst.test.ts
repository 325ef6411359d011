import { describe, expect, it } from 'vitest';
import { cardBurst, codeBurst, KeyBurst, type KeyTaken } from './key-burst.ts';

const track = ';8000000123=2512?';

/** Types keys with a gap between them, in milliseconds, and says what became of the last one. */
function type(keys: readonly string[], gap: number, burst = new KeyBurst(cardBurst), from = 0): KeyTaken {
  return keys.reduce<KeyTaken>((_, key, place) => burst.key({ key, at: from + place * gap, repeated: false }), {
    taken: 'no',
  });
}

describe('keys on a terminal', () => {
  it('are a swiped card when they come as fast as only a reader types and end with Enter', () => {
    expect(type([...track, 'Enter'], 8)).toEqual({ taken: 'line', line: track });
  });

  it('may have Shift between them, as a keyboard writes % and ?', () => {
    expect(type(['Shift', '%', 'B', '1', '2', '3', '4', 'Shift', '?', 'Enter'], 20)).toEqual({
      taken: 'line',
      line: '%B1234?',
    });
  });

  it('are a person when they come slowly, however long the line and however right', () => {
    expect(type([...track, 'Enter'], 51)).toEqual({ taken: 'no' });
    expect(type([...track, 'Enter'], 180)).toEqual({ taken: 'no' });
  });

  it('are a person when the line stops for a moment before Enter', () => {
    const burst = new KeyBurst(cardBurst);
    type([...track], 8, burst);
    expect(burst.key({ key: 'Enter', at: 1000, repeated: false })).toEqual({ taken: 'no' });
  });

  it('are a person when they are few, or a key that is held down', () => {
    expect(type(['1', '2', '3', '4', '5', 'Enter'], 8)).toEqual({ taken: 'no' });
    const burst = new KeyBurst(cardBurst);
    for (let place = 0; place < 30; place += 1) burst.key({ key: 'a', at: place * 30, repeated: place > 0 });
    expect(burst.key({ key: 'Enter', at: 910, repeated: false })).toEqual({ taken: 'no' });
  });

  it('begin anew after a pause: what a finger touched before is no part of the card', () => {
    const burst = new KeyBurst(cardBurst);
    burst.key({ key: '9', at: 0, repeated: false });
    expect(type([...track, 'Enter'], 8, burst, 500)).toEqual({ taken: 'line', line: track });
  });

  it('of a line that never ends are forgotten', () => {
    const burst = new KeyBurst(cardBurst);
    type([...track], 8, burst);
    burst.forget();
    expect(burst.key({ key: 'Enter', at: track.length * 8, repeated: false })).toEqual({ taken: 'no' });
  });

  it('of a burst work on nothing else on the page, and those of a person do', () => {
    expect(type(['1', '2'], 8)).toEqual({ taken: 'held' });
    expect(type(['1'], 8)).toEqual({ taken: 'no' });
    expect(type(['1', ' '], 400)).toEqual({ taken: 'no' });
  });

  it('of a scanner may pause and be many more, where codes are scanned', () => {
    const scanned = [...`https://example.org/${'x'.repeat(4000)}`];
    expect(type([...scanned, 'Enter'], 58, new KeyBurst(codeBurst))).toEqual({ taken: 'line', line: scanned.join('') });
    expect(type([...'1234567', 'Enter'], 8, new KeyBurst(codeBurst))).toEqual({ taken: 'no' });
  });

  it('of two cards in a row are two lines', () => {
    const burst = new KeyBurst(cardBurst);
    expect(type([...track, 'Enter'], 8, burst)).toEqual({ taken: 'line', line: track });
    expect(type([...';8000000456=2512?', 'Enter'], 8, burst, 200)).toEqual({
      taken: 'line',
      line: ';8000000456=2512?',
    });
  });

  it('of more than a line of any card are nothing at all', () => {
    expect(type([...'x'.repeat(2000), 'Enter'], 1)).toEqual({ taken: 'held' });
  });
});
