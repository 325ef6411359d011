import { expect, it } from 'vitest';
import { sampleWay } from '#flows/way/sample-way.ts';
import { answerOf, askPhoneWay, otherWalk, type OtherWalks } from './ask-phone-way.ts';
import { phoneWayWording } from './wording.ts';

const others = [
  { profile: 'default', payload: 'AAAA' },
  { profile: 'elder', payload: 'BBBB' },
] as const satisfies OtherWalks;
const stepFree = { profile: 'step-free', payload: 'CCCC' } as const;

it('a phone shows the way that its link names', () => {
  expect(answerOf({ ok: true, way: sampleWay, others })).toEqual({ ok: true, way: sampleWay, others });
});

it.each([
  ['closed', 'no-way'],
  ['profile', 'no-way'],
  ['to-unknown', 'old-link'],
] as const)('a phone whose link is answered with %s says %s, in both languages', (reason, trouble) => {
  expect(answerOf({ ok: false, reason, profilesWithAWay: [], profile: 'default', others: [] })).toMatchObject({
    trouble,
  });
  expect(phoneWayWording.zh.trouble[trouble].title).not.toBe(phoneWayWording.en.trouble[trouble].title);
});

it('a phone without a link asks nobody', async () => {
  expect(await askPhoneWay('#')).toEqual({ ok: false, trouble: 'no-link' });
});

it.each(['link-forged', 'too-many-ways'] as const)('a phone whose link is answered with %s says so', (reason) => {
  expect(answerOf({ ok: false, reason })).toEqual({ ok: false, trouble: reason });
});

it('a phone says that only stairs lead there, and has the link to them', () => {
  const reply = { ok: false, reason: 'profile', profilesWithAWay: ['default'], profile: 'step-free', others } as const;
  const answer = answerOf({ ...reply, profilesWithAWay: ['default'], others });
  expect(answer).toMatchObject({ trouble: 'no-step-free' });
  expect(otherWalk({ profile: 'step-free', others }, 'default')).toEqual({ stepFree: false, href: '#AAAA' });
});

it('a phone leads to the way without stairs, and from there back to whoever walked before', () => {
  expect(otherWalk({ profile: 'elder', others: [stepFree, ...others] }, 'elder')).toEqual({
    stepFree: true,
    href: '#CCCC',
  });
  expect(otherWalk({ profile: 'step-free', others }, 'elder')).toEqual({ stepFree: false, href: '#BBBB' });
  expect(otherWalk({ profile: 'default', others: [] }, 'default')).toBeUndefined();
});
