import { describe, expect, it } from 'vitest';
import { delays } from '../delays.ts';
import { startTerminal } from './test-terminal.ts';

describe('a hospital that takes its time', () => {
  it('makes nobody answer whether they are still there', async () => {
    const { actor, clock, layDownCard, screen } = startTerminal({ checkIn: 'never' });
    await layDownCard();
    clock.increment(delays.idleWarning - 1);
    actor.send({ type: 'patient.startedStep' });
    clock.increment(delays.checkInTimeout - 1);
    expect([screen(), actor.getSnapshot().hasTag('warned')]).toEqual(['checking-in', false]);
    clock.increment(1);
    expect(screen()).toBe('uncertain');
    clock.increment(delays.rememberCountdown - 1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(false);
  });

  it('gives the whole idle time again once it has answered', async () => {
    const { actor, clock, layDownCard } = startTerminal();
    await layDownCard();
    actor.send({ type: 'patient.askedForOtherSteps' });
    clock.increment(delays.idleWarning - 1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(false);
    clock.increment(1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(true);
  });

  it('is said to be slow while the day is looked up, and the look-up ends by itself', async () => {
    const { clock, layDownCard, view } = startTerminal({ agenda: 'never' });
    await layDownCard();
    expect(view()).toEqual({ screen: 'looking-up', slow: false });
    clock.increment(delays.slow);
    expect(view()).toEqual({ screen: 'looking-up', slow: true });
    clock.increment(delays.lookUpTimeout);
    expect(view().screen).toBe('agenda-unavailable');
  });

  it('is said to be away before anybody lays down a card, which is taken all the same', () => {
    const { actor, view } = startTerminal();
    const since = '2026-11-23T00:47:00.000Z';
    actor.send({ type: 'hospital.changed', state: 'away', since });
    expect(view()).toMatchObject({ screen: 'welcome', paper: true, cardLeft: false, awaySince: since });
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'visit.refused', reason: 'hospital-unavailable' });
    expect(view()).toEqual({ screen: 'visit-refused', reason: 'hospital-unavailable', awaySince: since });
    actor.send({ type: 'hospital.changed', state: 'well', since });
    expect(view()).toEqual({ screen: 'visit-refused', reason: 'hospital-unavailable' });
  });
});
