import type { DeskView } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { afterView, answered, emptyHand, pressed, type Hand, type HandsOn } from './hand.ts';
import { desk, serving, ticket, triage, waiting } from './invented-view.ts';
import type { KeyMeaning } from './desk-keys.ts';
import type { Verb } from './verbs.ts';

const key = (verb: Verb): KeyMeaning => ({ kind: 'verb', verb });
const arrow = (to: 'up' | 'down' | 'first' | 'last'): KeyMeaning => ({ kind: 'step', to });
const enter: KeyMeaning = { kind: 'call' };
const escape: KeyMeaning = { kind: 'back' };

function at(view: DeskView, more: Partial<HandsOn> = {}): HandsOn {
  return { view, blocked: undefined, undoSeconds: 0, ...more };
}

/** The hand after some keys, one after the other. */
function after(view: DeskView, ...keys: readonly KeyMeaning[]) {
  let now = pressed(emptyHand, keys[0] ?? escape, at(view));
  for (const next of keys.slice(1)) now = pressed(now.hand, next, at(view));
  return now;
}

const chosen = (ticketId: string): Hand => ({ ...emptyHand, chosen: ticketId });

describe('a doctor at the keys', () => {
  test('calls the next patient, and says whom the page believes to be in the room', () => {
    expect(after(desk({}), key('next')).wish).toEqual({ action: 'next', serving: { ticketId: 't12', version: 1 } });
    expect(after(desk({ serving: null }), key('next')).wish).toEqual({ action: 'next', serving: null });
  });

  test('hears at once that nobody waits for this desk', () => {
    const alone = waiting.filter(({ mayCallNext }) => !mayCallNext);
    expect(after(desk({ waiting: alone }), key('next'))).toMatchObject({ notDone: 'nobody-waits' });
  });

  test('does with R, M, F and H something to whoever is in the room, whoever is chosen in the list', () => {
    for (const verb of ['recall', 'missed', 'finish', 'hold'] as const) {
      const { wish } = pressed(chosen('t18'), key(verb), at(desk({})));
      expect(wish).toMatchObject({ action: verb, ticketId: 't12', version: 1 });
    }
    expect(after(desk({ serving: null, servings: [] }), key('missed'))).toMatchObject({ notDone: 'nobody' });
  });

  test('is asked how many reports are awaited', () => {
    expect(after(desk({}), key('to-tests')).hand.asking).toEqual({ about: 'tests', ticketId: 't12' });
  });

  test('calls a chosen one who is the next without a question, another only after one', () => {
    expect(after(desk({}), arrow('down'), enter).wish).toMatchObject({ action: 'next' });
    const second = after(desk({}), arrow('down'), arrow('down'), enter);
    expect(second.wish).toBeUndefined();
    expect(second.hand.asking).toEqual({ about: 'call', ticketId: 't4' });
  });

  test('undoes a call while there is time, and hears when there is none', () => {
    const lastCall = { callId: 'c12', ticketId: 't12', label: 'A012', undoUntil: '2026-11-23T00:57:30.000Z' };
    const view = desk({ lastCall });
    const intime = pressed(emptyHand, key('undo-call'), at(view, { undoSeconds: 3 }));
    expect(intime.wish).toEqual({ action: 'undo-call', callId: 'c12' });
    expect(pressed(emptyHand, key('undo-call'), at(view))).toMatchObject({ notDone: 'nothing-to-undo' });
  });

  test('sends the alarm with the second press, never with one', () => {
    const once = after(desk({}), key('panic'));
    expect(once.wish).toBeUndefined();
    expect(pressed(once.hand, key('panic'), at(desk({}))).wish).toEqual({ action: 'panic' });
  });

  test('pauses with a reason and goes on without one', () => {
    expect(after(desk({}), key('pause')).hand.asking).toEqual({ about: 'pause' });
    const since = '2026-11-23T00:50:00.000Z';
    const paused = desk({ paused: { reason: { zh: '会诊', en: 'Consultation' }, since } });
    expect(after(paused, key('pause')).wish).toEqual({ action: 'unpause' });
  });

  test('is refused what only a nurse may', () => {
    expect(after(desk({}), arrow('down'), key('drop'))).toMatchObject({ notDone: 'not-allowed' });
  });
});

describe('while something is on its way or the hub is away', () => {
  test.each(['next', 'recall', 'undo-call'] as const)('%s is not wanted twice', (verb) => {
    const now = pressed(emptyHand, key(verb), at(desk({}), { blocked: 'busy' }));
    expect(now).toEqual({ hand: emptyHand });
  });

  test('a quick hand is asked what follows, and its answer waits for its turn', () => {
    const asked = pressed(emptyHand, key('to-tests'), at(desk({}), { blocked: 'busy' }));
    expect(asked.hand.asking).toMatchObject({ about: 'tests' });
    const wish = { action: 'drop', ticketId: 't18', version: 1 } as const;
    expect(answered(asked.hand, { kind: 'do', wish }, at(desk({}), { blocked: 'busy' }))).toMatchObject({ wish });
  });

  test('the alarm goes at its second press all the same', () => {
    const armed = pressed(emptyHand, key('panic'), at(desk({}), { blocked: 'busy' }));
    expect(pressed(armed.hand, key('panic'), at(desk({}), { blocked: 'busy' })).wish).toEqual({ action: 'panic' });
  });

  test.each(['next', 'missed', 'pause', 'broadcast'] as const)('%s says that it was not done', (verb) => {
    const now = pressed(emptyHand, key(verb), at(desk({}), { blocked: 'lost' }));
    expect(now).toEqual({ hand: emptyHand, notDone: 'lost' });
  });

  test('a chosen one is not called either', () => {
    const now = pressed(chosen('t18'), enter, at(desk({}), { blocked: 'lost' }));
    expect(now).toEqual({ hand: chosen('t18'), notDone: 'lost' });
  });
});

describe('a triage nurse at the keys', () => {
  test('does it to whoever is chosen, and has to choose first', () => {
    expect(after(triage({}), key('hold'))).toMatchObject({ notDone: 'choose-first' });
    const { wish } = pressed(chosen('t16'), key('hold'), at(triage({})));
    expect(wish).toEqual({ action: 'hold', ticketId: 't16', version: 1 });
  });

  test('resumes with the same key whom somebody has set aside', () => {
    const { wish } = pressed(chosen('t10'), key('hold'), at(triage({})));
    expect(wish).toMatchObject({ action: 'resume', ticketId: 't10' });
  });

  test('takes back who missed the call, but not who waits anyway', () => {
    expect(pressed(chosen('t3'), key('return'), at(triage({}))).wish).toMatchObject({ action: 'return' });
    expect(pressed(chosen('t16'), key('return'), at(triage({})))).toMatchObject({ notDone: 'not-for-this' });
  });

  test('is asked before somebody is taken out, and once more puts it into words', () => {
    const asked = pressed(chosen('t16'), key('drop'), at(triage({})));
    expect(asked.hand.asking).toEqual({ about: 'sure', verb: 'drop', ticketId: 't16' });
    const wish = { action: 'drop', ticketId: 't16', version: 1 } as const;
    expect(answered(asked.hand, { kind: 'do', wish }, at(triage({})))).toEqual({ hand: chosen('t16'), wish });
  });

  test('carries a ticket two places up and puts it down there', () => {
    const carried = [key('move'), arrow('up'), arrow('up'), enter];
    let now: ReturnType<typeof pressed> = { hand: chosen('t18') };
    for (const next of carried) now = pressed(now.hand, next, at(triage({})));
    expect(now.wish).toEqual({ action: 'move', ticketId: 't18', version: 1, before: 't4' });
    expect(now.hand.grabbed).toBeUndefined();
  });

  test('can do nothing else with a ticket in her hand, and puts it back with Escape', () => {
    const held = pressed(chosen('t18'), key('move'), at(triage({}))).hand;
    expect(pressed(held, key('drop'), at(triage({})))).toEqual({ hand: held, notDone: 'holding-one' });
    const put = pressed(held, escape, at(triage({})));
    expect(put.wish).toBeUndefined();
    expect(put.hand.grabbed).toBeUndefined();
  });

  test('looks at one queue by its digit', () => {
    const digit = (number: number): KeyMeaning => ({ kind: 'queue', number });
    expect(after(triage({}), digit(2)).hand.queueId).toBe('ecg');
    expect(after(triage({}), digit(2), digit(0)).hand.queueId).toBeUndefined();
    expect(after(triage({}), digit(9)).hand.queueId).toBeUndefined();
    expect(pressed(chosen('t16'), digit(2), at(triage({}))).hand.chosen).toBeUndefined();
  });
});

describe('while others act', () => {
  const before = triage({});
  const without = (id: string): DeskView =>
    triage({ waiting: before.waiting.filter(({ ticketId }) => ticketId !== id) });

  test('a choice never slips onto somebody else', () => {
    expect(afterView(chosen('t16'), before, without('t16')).chosen).toBeUndefined();
    expect(afterView(chosen('t16'), before, without('t15')).chosen).toBe('t16');
  });

  test('a question about somebody who has gone is gone too', () => {
    const asking = { about: 'ticket', ticketId: 't16' } as const;
    expect(afterView({ ...emptyHand, asking }, before, without('t16')).asking).toBeUndefined();
    expect(afterView({ ...emptyHand, asking }, before, without('t15')).asking).toEqual(asking);
  });

  test('a ticket that is carried stays before the next one who still waits', () => {
    const grabbed = { ticketId: 't18', queueId: 'cardiology', before: 't4' };
    expect(afterView({ ...emptyHand, grabbed }, before, without('t4')).grabbed?.before).toBe('t16');
    expect(afterView({ ...emptyHand, grabbed }, before, without('t18')).grabbed).toBeUndefined();
  });
});

test('where numbers are given by hand for one queue only, it is not asked for which', () => {
  const nurse = (view: DeskView) => ({ ...view, may: [...view.may, 'add' as const] });
  expect(after(nurse(desk({})), key('add')).hand.asking).toEqual({ about: 'add-class', queueId: 'cardiology' });
  expect(after(triage({}), key('add')).hand.asking).toEqual({ about: 'add' });
});

test('while something is asked, a key in the other window of the desk does nothing', () => {
  const asking = { about: 'ticket', ticketId: 't16' } as const;
  const hand = { ...emptyHand, asking };
  for (const meaning of [key('next'), enter, arrow('down')])
    expect(pressed(hand, meaning, at(desk({})))).toEqual({ hand });
});

test('Escape goes back one step at a time', () => {
  const asking = { about: 'ticket', ticketId: 't16' } as const;
  let hand: Hand = { ...chosen('t16'), asking, queueId: 'cardiology' };
  hand = pressed(hand, escape, at(triage({}))).hand;
  expect(hand.asking).toBeUndefined();
  hand = pressed(hand, escape, at(triage({}))).hand;
  expect(hand).toEqual({ ...emptyHand, queueId: 'cardiology' });
  expect(pressed(pressed(hand, escape, at(triage({}))).hand, escape, at(triage({})))).toEqual({
    hand: emptyHand,
    quiet: true,
  });
});

test('whoever is called beside the one in the room, or waits at the door, can be chosen as well', () => {
  const view = desk({ roomWaiting: [serving(15, {})], held: [ticket(10, { state: 'held' })], waiting: [] });
  expect(after(view, arrow('down')).hand.chosen).toBe('t15');
  expect(after(view, arrow('down'), enter).wish).toMatchObject({ action: 'next' });
});
