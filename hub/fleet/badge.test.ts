import { expect, test } from 'vitest';
import { badgeText, newBadgeCode, readBadge } from './badge.ts';

test('a badge is read as it was written, also by a scanner that types small letters and a line end', () => {
  const code = newBadgeCode();
  const text = badgeText(code);
  expect(text).toMatch(/^LOBBY:B:[2-9A-HJKMNP-Z]{8}\.[2-9A-HJKMNP-Z]{20}$/);
  expect(readBadge(text)).toEqual(code);
  expect(readBadge(` ${text.toLowerCase()}\r\n`)).toEqual(code);
});

test('a badge fits the smallest QR codes: 38 letters of the alphanumeric mode', () => {
  expect(badgeText(newBadgeCode())).toMatch(/^[0-9A-Z $%*+\-./:]{1,38}$/);
});

test.each([
  '',
  'LOBBY',
  'LOBBY:B:',
  'LOBBY:T:K7QM2XWA.9DRT9DRT9DRT9DRT9DRT',
  'LOBBY:B:K7QM2XWA',
  'LOBBY:B:K7QM2XWA.9DRT',
  'LOBBY:B:K7QM2XWA.9DRT9DRT9DRT9DRT9DRT9',
  'LOBBY:B:K7QM2XWA.9DRT9DRT9DRT9DRT9D0T',
  'https://pay.example/LOBBY:B:K7QM2XWA.9DRT9DRT9DRT9DRT9DRT',
  'x'.repeat(4096),
])('%j is no badge', (text) => {
  expect(readBadge(text)).toBeUndefined();
});
