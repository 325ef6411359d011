import { expect, it } from 'vitest';
import { sampleWay } from '#flows/way/sample-way.ts';
import { answerOf, askPhoneWay } from './ask-phone-way.ts';
import { phoneWayWording } from './wording.ts';

it('a phone shows the way that its link names', () => {
  expect(answerOf({ ok: true, way: sampleWay })).toEqual({ ok: true, way: sampleWay });
});

it.each([
  ['link-forged', 'link-forged'],
  ['too-many-ways', 'too-many-ways'],
  ['closed', 'no-way'],
  ['profile', 'no-way'],
  ['to-unknown', 'old-link'],
] as const)('a phone whose link is answered with %s says %s, in both languages', (reason, trouble) => {
  expect(answerOf({ ok: false, reason, profilesWithAWay: [] })).toEqual({ ok: false, trouble });
  expect(phoneWayWording.zh.trouble[trouble].title).not.toBe(phoneWayWording.en.trouble[trouble].title);
});

it('a phone without a link asks nobody', async () => {
  expect(await askPhoneWay('#')).toEqual({ ok: false, trouble: 'no-link' });
});
