import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCardMarks } from './card-marks.ts';

const card = { kind: 'resident-id', number: '330602195403182174' } as const;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lobby-marks-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('a card has the same mark after a restart, another card has another, and no mark holds its number', () => {
  const place = folder();
  const mark = openCardMarks(place)(card);
  expect(mark).toEqual({ kind: 'resident-id', mark: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(openCardMarks(place)(card)).toEqual(mark);
  expect(openCardMarks(place)({ ...card, number: '33060419680902048X' }).mark).not.toBe(mark.mark);
  expect(openCardMarks(place)({ ...card, kind: 'passport' }).mark).not.toBe(mark.mark);
});

test('the key is for the hub’s account alone, and a hub of another folder marks the same card otherwise', () => {
  const place = folder();
  const mark = openCardMarks(place)(card);
  expect(statSync(join(place, 'card-marks.key')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(place, 'card-marks.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  expect(openCardMarks(folder())(card)).not.toEqual(mark);
});

test('a spoilt key is said, and never replaced', () => {
  const place = folder();
  writeFileSync(join(place, 'card-marks.key'), '');
  expect(() => openCardMarks(place)).toThrow(/card-marks\.key does not hold the key/);
  expect(readFileSync(join(place, 'card-marks.key'), 'utf8')).toBe('');
});
