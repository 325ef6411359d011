import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currentSession, sessionsAround } from './clinic-day.ts';
import { slotForStory, stories, storyHolds, type Story, type StoryTime } from './stories.ts';

const minute = 60_000;
const policy = { opensMinutesBefore: 30, graceMinutes: 10, closesMinutesAfter: 150, late: 'late-lane' as const };
const clinicSessions = ['06:00', '12:00', '18:00'].map((start, index) => ({
  code: `s${index}`,
  name: { zh: '门诊', en: 'clinic' },
  start,
}));

function momentAt(now: number, story: Story, timeZone = 'Asia/Shanghai'): StoryTime {
  const site = { timeZone, clinicSessions };
  return { story, now, current: currentSession(site, now), sessions: sessionsAround(site, now), policy };
}

const instants = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') });

test('at any instant every story has a slot that tells it', () => {
  fc.assert(
    fc.property(
      instants,
      fc.constantFrom(...stories),
      fc.constantFrom('Asia/Shanghai', 'Europe/Berlin'),
      (now, story, zone) => {
        const time = momentAt(now, story, zone);
        expect(storyHolds(slotForStory(time), time)).toBe(true);
      },
    ),
  );
});

test('a ready patient may check in, in this clinic session and without being late', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom<Story>('ready', 'ready-next'), (now, story) => {
      const time = momentAt(now, story);
      const slot = slotForStory(time);
      expect(slot.start - 30 * minute).toBeLessThanOrEqual(now);
      expect(slot.end + 10 * minute).toBeGreaterThan(now);
      expect(slot.start).toBeGreaterThanOrEqual(time.current.start);
      expect(slot.end).toBeLessThanOrEqual(time.current.end);
    }),
  );
});

test('who is too early waits for more than an hour until check-in opens', () => {
  fc.assert(
    fc.property(instants, (now) => {
      const slot = slotForStory(momentAt(now, 'too-early'));
      expect(slot.start - 30 * minute).toBeGreaterThan(now + 60 * minute);
    }),
  );
});

test('who is late can still check in, and who is too late cannot', () => {
  fc.assert(
    fc.property(instants, (now) => {
      const late = slotForStory(momentAt(now, 'late'));
      expect(late.end + 10 * minute).toBeLessThan(now);
      expect(late.end + 150 * minute).toBeGreaterThan(now);
      expect(slotForStory(momentAt(now, 'too-late')).end + 150 * minute).toBeLessThan(now);
    }),
  );
});

test('a site that opens check-in with the slot and allows no grace still has a ready patient', () => {
  const strict = { ...policy, opensMinutesBefore: 0, graceMinutes: 0 };
  fc.assert(
    fc.property(instants, (now) => {
      const slot = slotForStory({ ...momentAt(now, 'ready'), policy: strict });
      expect(slot.start <= now && now < slot.end).toBe(true);
    }),
  );
});
