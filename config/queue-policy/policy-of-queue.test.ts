import { expect, test } from 'vitest';
import { siteSchema } from '../schema.ts';
import { queuePolicy, presetNames, type QueueSettings } from '../settings/queue-policy.ts';
import { checkQueues } from './check-queues.ts';
import { contradictionsIn } from './contradictions.ts';
import { policyOfQueue, withSettings } from './policy-of-queue.ts';
import { usualPolicy } from './usual-policy.ts';

const words = { zh: '心血管内科', en: 'Cardiology' };

function siteOf(given: { readonly site?: object; readonly area?: object; readonly queue?: object }) {
  const queue = { id: 'card', name: words, clinic: 'CARD', prefix: 'A', rooms: ['r1'], ...given.queue };
  const area = {
    id: 'hall',
    name: words,
    level: 3,
    rooms: [{ id: 'r1', name: words }],
    queues: [queue],
    ...given.area,
  };
  return siteSchema.parse({ hospital: { name: words }, areas: [area], ...given.site });
}

function policyOf(given: Parameters<typeof siteOf>[0]) {
  const site = siteOf(given);
  const [area] = site.areas;
  const [queue] = area?.queues ?? [];
  if (area === undefined || queue === undefined) throw new Error('the site has a queue');
  return policyOfQueue(site, area, queue);
}

test('a site that says nothing of its queues has the usual rules', () => {
  expect(policyOf({})).toEqual(usualPolicy);
});

test('the rules of the hospital hold in an area and a queue that say nothing else; each says only what differs', () => {
  const policy = policyOf({
    site: { queue: { fairness: { mostOvertakes: 9 }, prepare: 3, calls: { timesBeforeMissed: 2 } } },
    area: { policy: { prepare: 4, calls: { secondsOnScreen: 12 } } },
    queue: { policy: { calls: { gapMinutes: 5 }, interleave: { normal: 3 } } },
  });
  expect(policy.fairness.mostOvertakes).toBe(9);
  expect(policy.prepare).toBe(4);
  expect(policy.calls).toEqual({ timesBeforeMissed: 2, secondsOnScreen: 12, gapMinutes: 5 });
  expect(policy.interleave).toEqual({ normal: 3, return: 1, missed: 1, late: 1 });
});

test('a rule is taken whole, a group setting by setting', () => {
  const policy = policyOf({
    site: { queue: { late: { graceMinutes: 20, place: { rule: 'end-of-session', lastMinutes: 60 } } } },
    queue: { policy: { late: { place: { rule: 'end-of-session' } } } },
  });
  expect(policy.late).toEqual({ graceMinutes: 20, place: { rule: 'end-of-session' } });
});

test('a lane that gets a rule of its own takes no turns any more', () => {
  const policy = policyOf({ queue: { policy: { return: { place: { rule: 'after', others: 2 } } } } });
  expect(policy.interleave).toEqual({ normal: 2, return: 0, missed: 1, late: 1 });
  expect(contradictionsIn(policy)).toEqual([]);
});

test('a preset of a queue sets aside how the hospital orders, and keeps what the hospital says of other things', () => {
  const policy = policyOf({
    site: { queue: { preset: 'elders-and-veterans', prepare: 4, privacy: { shown: 'ticket-only' } } },
    queue: { policy: { preset: 'childrens-clinic', fairness: { mostOvertakes: 5 } } },
  });
  expect(policy.priority).toEqual([]);
  expect(policy.late.place).toEqual({ rule: 'end-of-session', lastMinutes: 60 });
  expect(policy.fairness.mostOvertakes).toBe(5);
  expect(policy.prepare).toBe(4);
  expect(policy.privacy.shown).toBe('ticket-only');
});

test.each(presetNames)('the preset %s contradicts itself nowhere', (preset) => {
  expect(contradictionsIn(withSettings(usualPolicy, { preset }))).toEqual([]);
});

test('the short settings of check-in and privacy mean the same as the long ones', () => {
  const short = policyOf({
    site: { checkIn: { opensMinutesBefore: 45, graceMinutes: 5 }, privacy: { shown: 'ticket-only' } },
    queue: { checkIn: { late: 'refuse', closesMinutesAfter: 60 } },
  });
  const long = policyOf({
    site: {
      queue: {
        checkIn: { opens: { rule: 'minutes-before', minutes: 45 } },
        late: { graceMinutes: 5 },
        privacy: { shown: 'ticket-only' },
      },
    },
    queue: { policy: { checkIn: { closesMinutesAfter: 60 }, late: { place: { rule: 'void' } } } },
  });
  expect(short).toEqual(long);
});

test('nobody checks in for a queue that is exempt', () => {
  expect(policyOf({ site: { queue: { checkIn: { exempt: ['card'] } } } }).checkIn.required).toBe(false);
  expect(policyOf({ site: { queue: { checkIn: { exempt: ['fever'] } } } }).checkIn.required).toBe(true);
});

const top = (code: string, level?: number) => ({ code, name: words, rule: { rule: 'top' }, ...(level && { level }) });
const share = (code: string, others: number, own: number) => {
  return { code, name: words, level: 2, rule: { rule: 'ratio', others, own } };
};

const contradictory: readonly (readonly [string, object, string, RegExp])[] = [
  [
    'a lane with turns and a rule of its own',
    { interleave: { return: 1 }, return: { place: { rule: 'after', others: 2 } } },
    'interleave.return',
    /is 1, but return.place has the rule "after"; write interleave.return: 0/,
  ],
  ['a lane whose turn never comes', { interleave: { late: 0 } }, 'late.place', /"in-turn", but interleave.late is 0/],
  ['a normal lane without turns', { interleave: { normal: 0 } }, 'interleave.normal', /never have a turn/],
  [
    'a ratio 0:0',
    { appointments: { rule: 'ratio', appointments: 0, walkIns: 0 } },
    'appointments',
    /0:0, which calls nobody/,
  ],
  [
    'a ratio without walk-ins',
    { appointments: { rule: 'ratio', appointments: 3, walkIns: 0 } },
    'appointments',
    /3:0, in which walk-ins never have a turn/,
  ],
  [
    'the end of a slot where there are none',
    { appointments: { rule: 'by-check-in' }, late: { place: { rule: 'end-of-slot' } } },
    'late.place',
    /slots have no end/,
  ],
  [
    'rules after a void one',
    { missed: { places: [{ rule: 'void' }, { rule: 'after', others: 2 }] } },
    'missed.places[0]',
    /never used; put "void" last/,
  ],
  [
    'a void number that rejoins by itself',
    { missed: { places: [{ rule: 'void' }], rejoin: { rule: 'itself', minutes: 10, most: 2 } } },
    'missed.rejoin',
    /void at once/,
  ],
  [
    'a check-in that closes within the grace time',
    { late: { graceMinutes: 30 }, checkIn: { closesMinutesAfter: 10 } },
    'late.graceMinutes',
    /nobody would ever be late/,
  ],
  ['two classes of one code', { priority: [top('a', 1), top('a', 2)] }, 'priority[1].code', /"a" is used twice/],
  [
    'classes at the top without levels',
    { priority: [top('a', 1), top('b')] },
    'priority[1].level',
    /say who goes first/,
  ],
  ['a class that never has a turn', { priority: [share('a', 2, 0)] }, 'priority[0].rule', /2:0/],
  [
    'two ratios on one level',
    { priority: [share('a', 2, 1), share('b', 3, 1)] },
    'priority[1].rule',
    /share one ratio/,
  ],
  [
    'an age that nobody has',
    { priority: [{ ...top('a'), proof: { rule: 'age', from: 80, below: 7 } }] },
    'priority[0].proof',
    /nobody is of that age/,
  ],
  [
    'an age that is not said',
    { priority: [{ ...top('a'), proof: { rule: 'age' } }] },
    'priority[0].proof',
    /says no age/,
  ],
];

test.each(contradictory)('%s is answered with a sentence', (_, settings, key, sentence) => {
  const parsed: QueueSettings = queuePolicy.parse(settings);
  const found = contradictionsIn(withSettings(usualPolicy, parsed));
  expect(found).toContainEqual({ key, sentence: expect.stringMatching(sentence) });
});

test.each([
  [{ missed: { rejoin: { rule: 'itself', most: 2 } } }, /needs the minutes after which it does/],
  [{ late: { place: { rule: 'nowhere' } } }, /'in-turn' \| 'after' \| 'end-of-slot'/],
  [{ fairness: { mostOvertakes: -1 } }, />=0/],
])('%o is answered with what is allowed', (settings, sentence) => {
  const parsed = queuePolicy.safeParse(settings);
  expect(parsed.error?.issues[0]?.message).toMatch(sentence);
});

test('a contradiction is said once, at the level that brought it about', () => {
  const wrong = { interleave: { return: 1 }, return: { place: { rule: 'after', others: 2 } } };
  const keysOf = (given: Parameters<typeof siteOf>[0]): string[] => checkQueues(siteOf(given)).map(({ key }) => key);
  expect(keysOf({ site: { queue: wrong } })).toEqual(['queue.interleave.return']);
  expect(keysOf({ area: { policy: wrong } })).toEqual(['areas[0].policy.interleave.return']);
  expect(keysOf({ queue: { policy: wrong } })).toEqual(['areas[0].queues[0].policy.interleave.return']);
  expect(keysOf({ site: { queue: { checkIn: { exempt: ['fever'] } } } })).toEqual(['queue.checkIn.exempt']);
});
