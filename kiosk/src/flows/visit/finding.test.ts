import { describe, expect, it } from 'vitest';
import { delays } from '../delays.ts';
import { startTerminal } from './test-terminal.ts';

describe('finding a place at a terminal', () => {
  it('needs no card, and ends at the welcome screen', async () => {
    const { actor, screen, settle, wipes } = startTerminal();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    expect(screen()).toBe('find-way');
    actor.send({ type: 'patient.wentBack' });
    expect([screen(), wipes()]).toEqual(['welcome', 1]);
  });

  it('makes room for a card at any time', async () => {
    const { actor, screen, settle } = startTerminal();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    actor.send({ type: 'card.presented' });
    expect(screen()).toBe('identifying');
  });

  it('goes home by itself when nobody is there any more, and forgets how they walked', async () => {
    const { actor, clock, screen, settle } = startTerminal();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    clock.increment(delays.idleWarning);
    clock.increment(delays.idleAnswer);
    expect([screen(), actor.getSnapshot().context.stepFree]).toEqual(['welcome', false]);
  });

  it('shows a patient the way to the next step, and comes back to it', async () => {
    const { actor, view, screen, settle, layDownCard } = startTerminal();
    await layDownCard();
    await settle();
    await settle();
    expect(view()).toMatchObject({ screen: 'next-step', glance: { of: 'way' } });
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    expect(view()).toMatchObject({ screen: 'way', to: { of: 'queue', id: 'cardiology' } });
    actor.send({ type: 'patient.wentBack' });
    expect(screen()).toBe('next-step');
  });

  it('hands on how somebody walks to their visit, and with the visit it is over', async () => {
    const { actor, screen, settle, layDownCard, wayAsked, papers } = startTerminal();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    await layDownCard();
    await settle();
    expect([screen(), wayAsked.at(-1)?.profile]).toEqual(['next-step', 'step-free']);
    actor.send({ type: 'patient.startedStep' });
    await settle();
    expect(papers.at(-1)?.profile).toBe('step-free');
    actor.send({ type: 'patient.wentHome' });
    expect(actor.getSnapshot().context.stepFree).toBe(false);
  });

  it('does not hand on how somebody walked who seems to have gone: the next card may be another person', async () => {
    const { actor, clock, screen, settle, layDownCard, wayAsked } = startTerminal();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    actor.send({ type: 'patient.switchedStepFree' });
    clock.increment(delays.idleWarning);
    await layDownCard();
    await settle();
    expect([screen(), wayAsked.at(-1)?.profile]).toEqual(['next-step', 'default']);
  });

  it('outlives the card in the reader: whoever takes it has the way still to read', async () => {
    const { actor, screen, settle, layDownCard } = startTerminal({ endsWhenCardIsTaken: true });
    await layDownCard();
    await settle();
    actor.send({ type: 'patient.askedTheWay' });
    await settle();
    actor.send({ type: 'card.removed' });
    expect(screen()).toBe('way');
  });
});
