import { siteSchema } from '@lobby/config';
import { hostileCharacter } from '@lobby/config/wording/hostile-character.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyCode } from './classify-code.ts';

const usual = siteSchema.shape.credentials.parse({});
const today = '2026-11-23';
const meaning = (text: string, rules = usual) => {
  const found = classifyCode(text, rules, today);
  if (found.means === 'credential') return [found.credential.kind, found.credential.number];
  return found.means === 'trouble' ? found.trouble : found.means;
};

describe('a code that was scanned', () => {
  it('of an e-health card means its identifier, without the type behind it', () => {
    expect(meaning('EHC330602ABCDEF0123456789:1')).toEqual(['health-code', 'EHC330602ABCDEF0123456789']);
  });

  it('of 28 digits is an insurance code and stays as it is', () => {
    expect(meaning('2812345678901234567890123456')).toEqual(['insurance-code', '2812345678901234567890123456']);
  });

  it('is an insurance code by what the site says of its length, start and characters', () => {
    const rules = siteSchema.shape.credentials.parse({
      insuranceCode: { length: 12, prefix: 'YB', characters: 'letters-and-digits' },
    });
    expect(meaning('YB1234567890', rules)).toEqual(['insurance-code', 'YB1234567890']);
    expect(meaning('XX1234567890', rules)).toEqual(['other-code', 'XX1234567890']);
    expect(meaning('YB123456789', rules)).toEqual(['other-code', 'YB123456789']);
  });

  it('of a hospital card means the number that the site’s pattern names', () => {
    const rules = siteSchema.shape.credentials.parse({ hospitalCard: '^HC-(?<number>8\\d{9})$' });
    expect(meaning('HC-8000000123', rules)).toEqual(['hospital-card', '8000000123']);
  });

  it.each([
    ['WeChat', '134567890123456789'],
    ['Alipay', '2888123456789012'],
    ['UnionPay', '6212345678901234567'],
  ])('to pay with %s is no way to be known', (_app, code) => {
    expect(meaning(code)).toBe('payment-code');
  });

  it('with an identity number of Beijing, which begins like a payment code, is that number', () => {
    expect(meaning('11010519491231002X')).toEqual(['other-code', '11010519491231002X']);
    expect(meaning('110105194912310031')).toBe('payment-code');
    expect(meaning('110105194912310038')).toEqual(['other-code', '110105194912310038']);
  });

  it('that we printed ourselves is a slip, or a staff badge', () => {
    expect(meaning('LOBBY:T:0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee')).toBe('slip-code');
    expect(meaning('https://lobby.hospital.example/t/0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee')).toBe('slip-code');
    expect(meaning('LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW')).toBe('badge');
    expect(meaning('lobby:b:23456789.abcdefghjkmnpqrstuvw')).toBe('badge');
  });

  it('of no known form may be an identifier of a file', () => {
    expect(meaning('MRN-000123')).toEqual(['other-code', 'MRN-000123']);
    expect(meaning('病案123')).toEqual(['other-code', '病案123']);
  });

  it.each([
    'https://hospital.example/pay?a=1',
    'www.hospital.example',
    'weixin://wxpay/bizpayurl',
    'mailto:a@b.example',
    'two words',
    'a\u0007b',
    'a\u202eb',
    'x'.repeat(129),
    'x'.repeat(4000),
  ])('that nobody can be known by is refused: %s', (text) => {
    expect(meaning(text)).toBe('wrong-code');
  });

  it('means something or is refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat().map(hostileCharacter), maxLength: 300 }), (text) => {
        const found = classifyCode(text, usual, today);
        if (found.means === 'credential') expect(found.credential.number).toMatch(/^[^\s\p{C}]{1,128}$/u);
        else expect(['badge', 'trouble']).toContain(found.means);
      }),
    );
  });
});
