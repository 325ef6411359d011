import type { HelpHereReply, HelpStatus } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { createActor, fromPromise, SimulatedClock } from 'xstate';
import { delays } from '../delays.ts';
import type { HelpWish, HelpWithdrawal } from './facts.ts';
import { helpMachine } from './machine.ts';
import { helpView } from './view.ts';

const since = '2026-11-23T01:15:00.000Z';
const status = (state: HelpStatus['state'], escalated = false): HelpStatus => ({
  requestId: 'h-1',
  state,
  since,
  escalated,
});
type Answer = HelpHereReply | 'never' | Error;

/** The help of a terminal whose agent answers as told. */
function startHelp(answers: { readonly ask?: Answer; readonly withdraw?: Answer } = {}) {
  const clock = new SimulatedClock();
  const wishes: HelpWish[] = [];
  const withdrawals: HelpWithdrawal[] = [];
  const give = (answer: Answer | undefined, otherwise: HelpHereReply): Promise<HelpHereReply> => {
    if (answer === 'never') return new Promise(() => undefined);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? otherwise);
  };
  let keys = 0;
  const machine = helpMachine.provide({
    actors: {
      ask: fromPromise<HelpHereReply, HelpWish>(({ input }) => {
        wishes.push(input);
        return give(answers.ask, { ok: true, help: status('waiting') });
      }),
      withdraw: fromPromise<HelpHereReply, HelpWithdrawal>(({ input }) => {
        withdrawals.push(input);
        return give(answers.withdraw, { ok: true, help: null });
      }),
    },
  });
  const actor = createActor(machine, { clock, input: { newKey: () => `key-${(keys += 1)}` } });
  actor.start();
  return {
    actor,
    clock,
    wishes,
    withdrawals,
    view: () => helpView(actor.getSnapshot()),
    ask: async () => {
      actor.send({ type: 'patient.askedForHelp', errand: 'check-in' });
      await new Promise((resolve) => setImmediate(resolve));
    },
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    news: (help: HelpStatus | null) => actor.send({ type: 'help.changed', help }),
  };
}

describe('help at a terminal', () => {
  it('is on its way from one press: told, coming, there, done', async () => {
    const { ask, view, news, wishes } = startHelp();
    await ask();
    expect(wishes).toEqual([{ key: 'key-1', errand: 'check-in' }]);
    const seen = [view()];
    for (const change of [status('waiting', true), status('taken'), status('arrived'), status('done')]) {
      news(change);
      seen.push(view());
    }
    expect(seen.map(({ help }) => help)).toEqual(['waiting', 'more-told', 'taken', 'arrived', 'none']);
  });

  it('says at once that it is being called, and a second press asks nobody twice', async () => {
    const { actor, view, wishes } = startHelp({ ask: 'never' });
    actor.send({ type: 'patient.askedForHelp', errand: 'card' });
    actor.send({ type: 'patient.askedForHelp', errand: 'card' });
    expect([view(), wishes.length]).toEqual([{ help: 'asking' }, 1]);
  });

  it.each<[string, Answer]>([
    ['the hub is away', { ok: false, reason: 'hub-away' }],
    ['the agent does not answer', new Error('no answer')],
  ])('says honestly when nobody could be told: %s', async (_, answer) => {
    const { ask, view, clock } = startHelp({ ask: answer });
    await ask();
    expect(view()).toEqual({ help: 'nobody' });
    clock.increment(delays.helpNoticeStays);
    expect(view()).toEqual({ help: 'none' });
  });

  it('waits for an answer no longer than a patient does, and believes the hub when it comes after all', async () => {
    const { ask, view, clock, news } = startHelp({ ask: 'never' });
    await ask();
    clock.increment(delays.helpTimeout);
    expect(view()).toEqual({ help: 'nobody' });
    news(status('waiting'));
    expect(view()).toEqual({ help: 'waiting', open: false });
  });

  it('can be asked for again when nobody came', async () => {
    const { ask, view, news, wishes } = startHelp();
    await ask();
    news(status('lapsed'));
    expect(view()).toEqual({ help: 'nobody-came' });
    await ask();
    expect([view(), wishes.map(({ key }) => key)]).toEqual([{ help: 'waiting', open: false }, ['key-1', 'key-2']]);
  });

  it('tells more when the button is pressed again, and goes back by itself', async () => {
    const { ask, view, clock, actor } = startHelp();
    await ask();
    await ask();
    expect(view()).toEqual({ help: 'waiting', open: true });
    actor.send({ type: 'patient.leftHelp' });
    expect(view()).toEqual({ help: 'waiting', open: false });
    await ask();
    clock.increment(delays.helpSheetStays);
    expect(view()).toEqual({ help: 'waiting', open: false });
  });

  it('stays open under the finger when its news changes', async () => {
    const { ask, view, news } = startHelp();
    await ask();
    await ask();
    news(status('taken'));
    expect(view()).toEqual({ help: 'taken', open: true });
  });

  it('is withdrawn with one touch', async () => {
    const { ask, view, actor, settle, withdrawals } = startHelp();
    await ask();
    actor.send({ type: 'patient.withdrewHelp' });
    await settle();
    expect(view()).toEqual({ help: 'none' });
    expect(withdrawals).toEqual([{ key: 'key-2', requestId: 'h-1' }]);
  });

  it('still comes when the hub could not be told that nobody need come', async () => {
    const { ask, view, actor, settle } = startHelp({ withdraw: { ok: false, reason: 'hub-away' } });
    await ask();
    actor.send({ type: 'patient.withdrewHelp' });
    await settle();
    expect(view()).toEqual({ help: 'waiting', open: false });
  });

  it('is known to a page that started after the press', () => {
    const { news, view } = startHelp();
    news(status('taken'));
    expect(view()).toEqual({ help: 'taken', open: false });
  });

  it('leaves nothing behind when it is over', async () => {
    const { ask, news, actor } = startHelp();
    await ask();
    news(null);
    expect(JSON.stringify(actor.getPersistedSnapshot())).not.toMatch(/h-1|key-\d/);
  });
});
