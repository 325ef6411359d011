import { siteSchema } from '@lobby/config';
import { describe, expect, it } from 'vitest';
import { readStripe } from './read-stripe.ts';

const rules = siteSchema.shape.credentials.parse({ hospitalCard: '^(?<number>8\\d{9})(=\\d*)?$' });
const meaning = (line: string, by = rules) => {
  const found = readStripe(line, by);
  return found.means === 'credential' ? [found.credential.kind, found.credential.number] : found;
};

describe('a card that was swiped', () => {
  it.each([
    ['on track 2', ';8000000123=2512?'],
    ['on track 2, with its check character', ';8000000123=2512?7'],
    ['on track 2, with track 1 before it', '%BSHAOCHENG HOSPITAL^CARD?;8000000123?'],
    ['on track 1 alone', '%8000000123?'],
    ['by a reader that strips what stands around it', '8000000123'],
  ])('is a hospital card by the site’s pattern, %s', (_where, line) => {
    expect(meaning(line)).toEqual(['hospital-card', '8000000123']);
  });

  it('of a bank is refused before any pattern is tried, and may be allowed by the site', () => {
    const bank = ';6200000000000005=30012010000000000?';
    const wide = { ...rules, hospitalCard: '^(?<number>\\d{16})=.*$' };
    expect(meaning(bank, wide)).toEqual({ means: 'trouble', trouble: 'bank-card' });
    expect(meaning(bank, { ...wide, refuseBankCards: false })).toEqual(['hospital-card', '6200000000000005']);
  });

  it('of another hospital, or where the site has no pattern, is not supported', () => {
    expect(meaning(';9000000123?')).toEqual({ means: 'trouble', trouble: 'not-supported' });
    const without = siteSchema.shape.credentials.parse({});
    expect(meaning(';8000000123?', without)).toEqual({ means: 'trouble', trouble: 'not-supported' });
  });

  it('too fast or upside down is unreadable', () => {
    for (const line of [';E?', '%E?;E?', ';80000', '%?', ''])
      expect(meaning(line)).toEqual({ means: 'trouble', trouble: 'unreadable' });
  });
});
