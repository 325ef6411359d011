import type { AgendaReply, VisitEnd } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { createActor, SimulatedClock } from 'xstate';
import { delays } from '../delays.ts';
import { sampleNow, sampleRules, sampleStep, sampleTicket } from '../sample-visit.ts';
import { visitMachine } from './machine.ts';
import { agenda, hello, opened, printed, ready, startTerminal } from './test-terminal.ts';
import { visitView } from './view.ts';

const traces = (actor: { getPersistedSnapshot(): unknown }): string => JSON.stringify(actor.getPersistedSnapshot());

describe('a visit', () => {
  it('takes two taps from the card to the ticket and goodbye', async () => {
    const { actor, screen, settle, layDownCard, ends } = startTerminal();
    expect(screen()).toBe('welcome');
    await layDownCard();
    expect(screen()).toBe('next-step');
    actor.send({ type: 'patient.startedStep' });
    expect(screen()).toBe('checking-in');
    await settle();
    actor.send(printed);
    expect(screen()).toBe('ticket-printed');
    actor.send({ type: 'card.removed' });
    actor.send({ type: 'patient.finished' });
    expect(screen()).toBe('farewell');
    expect(ends).toEqual([['v-1', 'finished']]);
  });

  it('tells whoever watches of every screen, those of the errand and of its waiting included', async () => {
    const { actor, clock, layDownCard } = startTerminal({ checkIn: 'never' });
    await layDownCard();
    const seen: string[] = [];
    actor.subscribe((snapshot) => {
      const view = visitView(snapshot);
      seen.push('slow' in view && view.slow ? `${view.screen}, slow` : view.screen);
    });
    actor.send({ type: 'patient.startedStep' });
    clock.increment(delays.slow);
    clock.increment(delays.checkInTimeout);
    expect([...new Set(seen)]).toEqual(['checking-in', 'checking-in, slow', 'uncertain']);
  });

  it('asks whose visit it is when a card opens several files', async () => {
    const { actor, screen, settle } = startTerminal();
    const choices = [
      { choice: 'a', maskedName: '张*明', birthYear: 1958, owner: 'bearer' as const },
      { choice: 'b', maskedName: '张*', birthYear: 2019, owner: 'ward' as const },
    ];
    actor.send({ type: 'card.presented' });
    actor.send({ ...opened, choices });
    expect(screen()).toBe('choose-patient');
    actor.send({ type: 'patient.choseFile', choice: 'b' });
    await settle();
    expect(screen()).toBe('next-step');
  });

  it('lets the patient do something else first', async () => {
    const { actor, view, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'patient.askedForOtherSteps' });
    expect(view().screen).toBe('other-steps');
    actor.send({ type: 'patient.choseStep', stepId: 's-3' });
    expect(view()).toMatchObject({ screen: 'next-step', step: { stepId: 's-3' } });
    actor.send({ type: 'patient.askedForOtherSteps' });
    actor.send({ type: 'patient.choseStep', stepId: 's-2' });
    expect(view()).toMatchObject({ screen: 'too-early', opensAt: '2026-11-23T05:30:00.000Z' });
    actor.send({ type: 'patient.startedStep' });
    expect(view().screen).toBe('too-early');
  });

  it('tells kindly that there is nothing today', async () => {
    const { view, layDownCard } = startTerminal({
      agenda: { ok: true, agenda: { maskedName: '张*明', acting: null, next: null, rest: [] } },
    });
    await layDownCard();
    expect(view()).toEqual({ screen: 'nothing-today', maskedName: '张*明', acting: null, seen: false });
  });

  it('keeps its language and its place when the language is switched, and speaks Chinese to the next patient', async () => {
    const { actor, screen, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'patient.choseLanguage', language: 'en' });
    expect([screen(), actor.getSnapshot().context.language]).toEqual(['next-step', 'en']);
    actor.send({ type: 'card.removed' });
    actor.send({ type: 'patient.wentHome' });
    expect([screen(), actor.getSnapshot().context.language]).toEqual(['welcome', 'zh']);
  });

  it('looks again when the hospital did not answer', async () => {
    const answer: { agenda: AgendaReply } = { agenda: { ok: false, reason: 'hospital-unavailable' } };
    const { actor, screen, settle, layDownCard } = startTerminal(answer);
    await layDownCard();
    expect(screen()).toBe('agenda-unavailable');
    answer.agenda = agenda;
    actor.send({ type: 'patient.retried' });
    await settle();
    expect(screen()).toBe('next-step');
  });
});

describe('a visit ends and leaves nothing of its patient', () => {
  const exits: readonly [string, VisitEnd, (terminal: ReturnType<typeof startTerminal>) => void][] = [
    ['by finishing', 'finished', ({ actor }) => actor.send({ type: 'patient.finished' })],
    ['by going home', 'cancelled', ({ actor }) => actor.send({ type: 'patient.wentHome' })],
    ['by the next card', 'next-card', ({ actor }) => actor.send({ type: 'card.presented' })],
    ['when the agent starts anew', 'agent-lost', ({ actor }) => actor.send(hello)],
    ['when the line to the agent breaks', 'agent-lost', ({ actor }) => actor.send({ type: 'agent.broke' })],
    ['when the agent is lost', 'agent-lost', ({ actor }) => actor.send({ type: 'agent.lost' })],
    [
      'when nobody is there',
      'idle',
      ({ clock }) => {
        clock.increment(delays.idleWarning);
        clock.increment(delays.idleAnswer);
      },
    ],
  ];

  it.each(exits)('%s, from the next step', async (_, why, leave) => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    expect(traces(terminal.actor)).toContain('张*明');
    leave(terminal);
    expect([terminal.ends, terminal.wipes()]).toEqual([[['v-1', why]], 1]);
    expect(traces(terminal.actor)).not.toMatch(/张|v-1|A012|心血管|key-\d/);
  });

  it.each(exits.filter(([how]) => how !== 'when nobody is there'))('%s, from the ticket', async (_, why, leave) => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.actor.send({ type: 'patient.startedStep' });
    await terminal.settle();
    terminal.actor.send(printed);
    expect(traces(terminal.actor)).toContain('A012');
    leave(terminal);
    expect([terminal.ends, terminal.wipes()]).toEqual([[['v-1', why]], 1]);
    expect(traces(terminal.actor)).not.toMatch(/张|v-1|A012|心血管|key-\d/);
  });

  it('when the agent ends it; the visit of somebody else is none of its business', async () => {
    const { actor, screen, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'visit.ended', visitId: 'v-0', why: 'next-card' });
    expect(screen()).toBe('next-step');
    actor.send({ type: 'card.removed' });
    actor.send({ type: 'visit.ended', visitId: 'v-1', why: 'idle' });
    expect(screen()).toBe('welcome');
  });

  it('and a visit that opens after its patient turned away is ended at once', () => {
    const { actor, ends, screen } = startTerminal();
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'patient.wentHome' });
    actor.send({ type: 'card.removed' });
    actor.send(opened);
    expect(screen()).toBe('welcome');
    expect(ends).toEqual([['v-1', 'cancelled']]);
  });
});

describe('a patient who stands still', () => {
  it('is asked, and stays with one tap', async () => {
    const { actor, clock, screen, layDownCard } = startTerminal();
    await layDownCard();
    for (let round = 0; round < 10; round += 1) {
      clock.increment(delays.idleWarning);
      expect(actor.getSnapshot().hasTag('warned')).toBe(true);
      actor.send({ type: 'patient.stayed' });
      expect([actor.getSnapshot().hasTag('warned'), screen()]).toEqual([false, 'next-step']);
    }
  });

  it('may also leave at once: the touch on that button does not count as staying', async () => {
    const { actor, clock, ends, layDownCard } = startTerminal();
    await layDownCard();
    clock.increment(delays.idleWarning);
    actor.send({ type: 'patient.touched' });
    expect(actor.getSnapshot().hasTag('warned')).toBe(true);
    actor.send({ type: 'patient.wentHome' });
    expect(ends).toEqual([['v-1', 'cancelled']]);
  });

  it('is not asked while touching the screen', async () => {
    const { actor, clock, layDownCard } = startTerminal();
    await layDownCard();
    clock.increment(delays.idleWarning - 1);
    actor.send({ type: 'patient.touched' });
    clock.increment(delays.idleWarning - 1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(false);
  });
});

describe('a card on the reader', () => {
  it.each(['unreadable', 'not-supported', 'number-invalid'] as const)('that is %s has a screen', (trouble) => {
    const { actor, view } = startTerminal();
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'card.trouble', trouble });
    expect(view()).toEqual({ screen: 'card-trouble', trouble });
  });

  it.each(['patient-unknown', 'name-differs', 'hospital-unavailable'] as const)(
    'refused as %s has a screen',
    (reason) => {
      const { actor, view, clock, screen } = startTerminal();
      actor.send({ type: 'card.presented' });
      actor.send({ type: 'visit.refused', reason });
      expect(view()).toEqual({ screen: 'visit-refused', reason });
      actor.send({ type: 'card.removed' });
      clock.increment(delays.troubleStays);
      expect(screen()).toBe('welcome');
    },
  );

  it('may be taken back during the visit', async () => {
    const { actor, screen, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'card.removed' });
    expect(screen()).toBe('next-step');
  });

  it('ends the visit when it is taken, where the site says so, and there is nothing more to remind of', async () => {
    const { actor, screen, ends, layDownCard } = startTerminal({ endsWhenCardIsTaken: true });
    await layDownCard();
    actor.send({ type: 'card.removed' });
    expect([screen(), ends]).toEqual(['welcome', [['v-1', 'card-removed']]]);
  });

  it('may be taken during a check-in even there: the number is still to be read', async () => {
    const { actor, screen, ends, settle, layDownCard } = startTerminal({ endsWhenCardIsTaken: true });
    await layDownCard();
    actor.send({ type: 'patient.startedStep' });
    actor.send({ type: 'card.removed' });
    await settle();
    actor.send(printed);
    expect([screen(), ends]).toEqual(['ticket-printed', []]);
    actor.send({ type: 'patient.finished' });
    expect([screen(), ends]).toEqual(['farewell', [['v-1', 'finished']]]);
  });

  it('that was scanned is not there to be taken: another card that is lifted ends nothing', async () => {
    const { actor, screen, settle } = startTerminal({ endsWhenCardIsTaken: true });
    actor.send({ type: 'code.presented' });
    actor.send(opened);
    await settle();
    actor.send({ type: 'card.removed' });
    expect(screen()).toBe('next-step');
  });

  it('is not forgotten: whoever leaves it behind is reminded', async () => {
    const { actor, screen, view, clock, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'patient.finished' });
    expect(screen()).toBe('card-left');
    clock.increment(delays.cardLeftStays);
    expect(view()).toMatchObject({ screen: 'welcome', paper: true, cardLeft: true });
    actor.send({ type: 'card.removed' });
    expect(view()).toMatchObject({ screen: 'welcome', paper: true, cardLeft: false });
  });

  it('gets an answer even when the hospital gives none', () => {
    const { actor, clock, view } = startTerminal();
    actor.send({ type: 'card.presented' });
    clock.increment(delays.slow);
    expect(view()).toEqual({ screen: 'identifying', slow: true, presented: 'card' });
    clock.increment(delays.identifyTimeout);
    expect(view()).toEqual({ screen: 'visit-refused', reason: 'hospital-unavailable' });
  });
});

describe('a terminal', () => {
  it('says so when the hub is away, and is back by itself', () => {
    const { actor, view } = startTerminal();
    actor.send({ type: 'hub.away' });
    expect(view()).toEqual({ screen: 'out-of-service', why: 'hub' });
    actor.send({ type: 'hub.here' });
    expect(view().screen).toBe('welcome');
  });

  it('warns when it cannot print', () => {
    const { actor, view } = startTerminal();
    actor.send({ type: 'device.changed', reader: ready, printer: ready, paper: 'out' });
    expect(view()).toMatchObject({ screen: 'welcome', paper: false, cardLeft: false });
  });

  it('asks for a moment when the line to its agent breaks in a visit, and says so when it stays away', async () => {
    const { actor, screen, layDownCard } = startTerminal();
    actor.send({ type: 'agent.broke' });
    expect(screen()).toBe('welcome');
    await layDownCard();
    actor.send({ type: 'agent.broke' });
    expect(screen()).toBe('starting');
    actor.send({ type: 'agent.lost' });
    expect(screen()).toBe('out-of-service');
    actor.send(hello);
    expect(screen()).toBe('welcome');
  });

  it('does not stay at "starting" when its agent says nothing', () => {
    const clock = new SimulatedClock();
    const actor = createActor(visitMachine, {
      clock,
      input: { rules: sampleRules, now: () => sampleNow, newKey: () => 'key' },
    }).start();
    expect(visitView(actor.getSnapshot()).screen).toBe('starting');
    clock.increment(delays.helloTimeout);
    expect(visitView(actor.getSnapshot())).toEqual({ screen: 'out-of-service', why: 'agent' });
    actor.send(hello);
    expect(visitView(actor.getSnapshot()).screen).toBe('welcome');
  });

  it('shows the ticket of a patient who has checked in, and prints it again on a tap', async () => {
    const step = { ...sampleStep, state: 'checked-in' as const, ticket: sampleTicket };
    const { actor, view, screen, layDownCard } = startTerminal({
      agenda: { ok: true, agenda: { maskedName: '张*明', acting: null, next: step, rest: [] } },
    });
    await layDownCard();
    expect(view()).toMatchObject({
      screen: 'already-checked-in',
      ticket: sampleTicket,
      paper: 'printed',
      canPrint: true,
      others: false,
      forSelf: true,
    });
    actor.send({ type: 'patient.startedStep' });
    expect(screen()).toBe('printing');
  });
});
