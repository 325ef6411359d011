import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emergencySite, happening, hands, QueueDay } from '../support/queue-day.ts';
import { openQueueFloor } from '../support/queue-floor.ts';
import { expectFeedTellsAll, expectSound } from '../support/what-must-hold.ts';

const days = Number(process.env['LOBBY_DAYS'] ?? '8');
const seed = Number(process.env['LOBBY_SEED'] ?? '20261123');
const nurse = hands[3];

const policies = {
  'as usual': {},
  'with a corridor, and one overtake at most': {
    roomLimit: { most: 2, filled: 'automatically' },
    fairness: { mostOvertakes: 1 },
  },
  'where desks finish by hand and a nurse fills the corridor': {
    roomLimit: { most: 1, filled: 'by-nurse' },
    desk: { finishOnNext: false },
  },
} as const;

// LOBBY_DAYS=2000 npx vitest run tests/contracts/acts-properties.test.ts lives through thousands.
test.each(Object.entries(policies))(
  'whatever desks and a nurse do in a day %s, nobody is lost, called twice or given another’s number, and the feed tells it all',
  { timeout: 60_000 + days * 3_000 },
  async (_, policy) => {
    const floor = await openQueueFloor(emergencySite(policy), { at: '2026-11-23T01:00:00.000Z' });
    let day = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 60 }), async (happenings) => {
        day += 1;
        floor.clock.set(Date.parse('2026-11-23T01:00:00.000Z') + day * 86_400_000);
        const today = new Date(floor.clock.now()).toISOString().slice(0, 10);
        await floor.tables.deleteFrom('desk_state').execute();
        const lived = new QueueDay(floor);
        for (const one of happenings) {
          await lived.happen(one);
          await expectSound(floor.tables, await lived.view(nurse), today);
        }
      }),
      { numRuns: days, seed, endOnFailure: true },
    );
    await expectFeedTellsAll(floor.tables);
    expect(await floor.tables.selectFrom('desk_act').select('id').execute()).not.toEqual([]);
    await floor.close();
  },
);
