import { describe, expect, it } from 'vitest';
import { delayIn, delays } from '../delays.ts';
import { printed, startTerminal } from './test-terminal.ts';

describe('elder mode', () => {
  it('stays from screen to screen, and ends with the visit', async () => {
    const { actor, screen, layDownCard, settle } = startTerminal();
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    await layDownCard();
    actor.send({ type: 'patient.startedStep' });
    await settle();
    actor.send(printed);
    actor.send({ type: 'card.removed' });
    expect([screen(), actor.getSnapshot().context.mode]).toEqual(['ticket-printed', 'elder']);
    actor.send({ type: 'patient.choseMode', mode: 'standard' });
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    expect([screen(), actor.getSnapshot().context.mode]).toEqual(['ticket-printed', 'elder']);
    actor.send({ type: 'patient.wentHome' });
    expect([screen(), actor.getSnapshot().context.mode]).toEqual(['welcome', 'standard']);
  });

  it('gives 120 s and then 60 s to whoever stands still, from the moment that it was chosen', async () => {
    const { actor, clock, ends, layDownCard } = startTerminal();
    await layDownCard();
    clock.increment(delays.idleWarning - 1);
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    clock.increment(120_000 - 1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(false);
    clock.increment(1);
    expect(actor.getSnapshot().hasTag('warned')).toBe(true);
    clock.increment(60_000 - 1);
    expect(ends).toEqual([]);
    clock.increment(1);
    expect(ends).toEqual([['v-1', 'idle']]);
  });

  it('leaves a card that opened nothing on the screen for its own time, from the moment that it was chosen', () => {
    const { actor, clock, screen } = startTerminal();
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'card.trouble', trouble: 'unreadable' });
    clock.increment(delays.troubleStays - 1);
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    clock.increment(delayIn('elder', 'troubleStays') - 1);
    expect(screen()).toBe('card-trouble');
    clock.increment(1);
    expect(screen()).toBe('card-left');
    clock.increment(delayIn('elder', 'cardLeftStays') - 1);
    actor.send({ type: 'patient.choseMode', mode: 'standard' });
    clock.increment(delays.cardLeftStays - 1);
    expect(screen()).toBe('card-left');
    clock.increment(1);
    expect(screen()).toBe('welcome');
  });

  it('goes as a chosen language does, when nobody goes on', () => {
    const { actor, clock } = startTerminal();
    const chosen = (): string[] => [actor.getSnapshot().context.language, actor.getSnapshot().context.mode];
    actor.send({ type: 'patient.choseLanguage', language: 'en' });
    clock.increment(delays.choiceReset - 1);
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    clock.increment(delayIn('elder', 'choiceReset') - 1);
    expect(chosen()).toEqual(['en', 'elder']);
    clock.increment(1);
    expect(chosen()).toEqual(['zh', 'standard']);
  });

  it('goes by itself while the terminal is out of service', () => {
    const { actor, clock } = startTerminal();
    actor.send({ type: 'hub.away' });
    actor.send({ type: 'patient.choseMode', mode: 'elder' });
    expect(actor.getSnapshot().context.mode).toBe('elder');
    clock.increment(delayIn('elder', 'choiceReset'));
    expect(actor.getSnapshot().context.mode).toBe('standard');
  });
});
