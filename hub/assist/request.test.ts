import { describe, expect, test } from 'vitest';
import type { HelpActionKind, StaffPerson } from '../contract/index.ts';
import { decide, isEscalated, newRequest, withdraw, type Decision, type HelpRecord } from './request.ts';

const timing = { escalateAfter: 60_000, lapseAfter: 1_800_000 };
const start = Date.parse('2026-11-23T01:15:00.000Z');
const at = (seconds: number) => ({ now: start + seconds * 1000, timing });
const shen: StaffPerson = { staffId: '3001', role: 'nurse', name: { zh: '沈秀兰', en: 'Shen Xiulan' } };
const badge: StaffPerson = { staffId: 'badge-1', role: 'volunteer', name: null };

const asked = newRequest({ id: 'h-1', terminalId: 'K01', businessDate: '2026-11-23', errand: 'check-in' }, at(0));

function after(...wishes: readonly (readonly [HelpActionKind, StaffPerson, number])[]): HelpRecord {
  return wishes.reduce((record, [action, person, seconds]) => {
    const decision = decide(record, { action, person }, at(seconds));
    return decision.kind === 'changed' ? decision.record : record;
  }, asked);
}

const wish = (record: HelpRecord, action: HelpActionKind, person: StaffPerson): Decision =>
  decide(record, { action, person }, at(100));

describe('a request for help', () => {
  test('goes from waiting by way of a helper to its end', () => {
    const taken = after(['take', shen, 10]);
    expect(taken).toMatchObject({ state: 'taken', helper: shen, escalateAt: null, firstTakenAt: taken.since });
    expect(after(['take', shen, 10], ['arrive', shen, 40])).toMatchObject({ state: 'arrived', helper: shen });
    const done = after(['take', shen, 10], ['arrive', shen, 40], ['finish', shen, 90]);
    expect(done).toMatchObject({ state: 'done', lapseAt: null, version: 4 });
  });

  test('is taken by one: the second hears who was quicker, without a number of that person', () => {
    const late = wish(after(['take', shen, 10]), 'take', badge);
    expect(late).toEqual({ kind: 'refused', reason: 'taken-by-other', helper: { role: 'nurse', name: shen.name } });
  });

  test('is not moved by whoever does not help', () => {
    expect(wish(asked, 'arrive', shen)).toMatchObject({ kind: 'refused', reason: 'not-yours', helper: null });
    for (const action of ['arrive', 'finish', 'hand-back'] as const) {
      expect(wish(after(['take', shen, 10]), action, badge)).toMatchObject({ reason: 'not-yours' });
    }
  });

  test('that is handed back waits again from now on, and keeps its place by when it was asked', () => {
    const back = after(['take', shen, 10], ['hand-back', shen, 50]);
    expect(back).toMatchObject({ state: 'waiting', helper: null, askedAt: asked.askedAt });
    expect(Date.parse(back.escalateAt ?? '')).toBe(start + 110_000);
    expect(isEscalated(back)).toBe(false);
  });

  test('pressed twice is pressed once', () => {
    const arrived = after(['take', shen, 10], ['arrive', shen, 20]);
    expect(wish(arrived, 'take', shen)).toEqual({ kind: 'same' });
    expect(wish(arrived, 'arrive', shen)).toEqual({ kind: 'same' });
    expect(wish(after(['take', shen, 1], ['finish', shen, 2]), 'finish', shen)).toEqual({ kind: 'same' });
  });

  test('that is over stays over', () => {
    const withdrawn = withdraw(after(['take', shen, 10]), at(20));
    if (withdrawn.kind !== 'changed') throw new Error('a patient may always go on alone');
    expect(withdrawn.record).toMatchObject({ state: 'withdrawn', escalateAt: null, lapseAt: null });
    for (const action of ['take', 'arrive', 'finish', 'hand-back'] as const) {
      expect(wish(withdrawn.record, action, shen)).toMatchObject({ kind: 'refused', reason: 'over' });
    }
    expect(withdraw(withdrawn.record, at(30))).toEqual({ kind: 'same' });
  });
});
