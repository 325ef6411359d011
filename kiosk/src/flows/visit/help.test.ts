import type { HelpStatus } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { helpView } from '../help/view.ts';
import { delayIn, delays } from '../delays.ts';
import { hello, printed, startTerminal } from './test-terminal.ts';

const status = (state: HelpStatus['state']): { type: 'help.changed'; help: HelpStatus } => ({
  type: 'help.changed',
  help: { requestId: 'h-1', state, since: '2026-11-23T01:15:00.000Z', escalated: false },
});

type Terminal = ReturnType<typeof startTerminal>;
const help = ({ actor }: Terminal): string => helpView(actor.getSnapshot().children.help?.getSnapshot()).help;
const isWarned = ({ actor }: Terminal): boolean => actor.getSnapshot().hasTag('warned');

describe('help beside a visit', () => {
  it('is pressed on any screen, and the screen stays as it is', async () => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.actor.send({ type: 'patient.askedForHelp', errand: 'check-in' });
    expect([help(terminal), terminal.screen()]).toEqual(['asking', 'next-step']);
    terminal.actor.send(status('taken'));
    expect([help(terminal), terminal.screen()]).toEqual(['taken', 'next-step']);
  });

  it('outlives the visit, the page’s agent and whatever stands on the screen', async () => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.actor.send(status('taken'));
    terminal.actor.send({ type: 'patient.wentHome' });
    expect([help(terminal), terminal.screen()]).toEqual(['taken', 'card-left']);
    terminal.actor.send({ type: 'hub.away' });
    terminal.actor.send({ type: 'agent.lost' });
    expect([help(terminal), terminal.screen()]).toEqual(['earlier-taken', 'out-of-service']);
    terminal.actor.send(hello);
    expect([help(terminal), terminal.screen()]).toEqual(['earlier-taken', 'welcome']);
    terminal.actor.send(status('done'));
    expect(help(terminal)).toBe('none');
  });

  it('that somebody before asked for is no news for the next patient, who may ask as well', async () => {
    const terminal = startTerminal();
    const { actor, clock } = terminal;
    await terminal.layDownCard();
    actor.send({ type: 'patient.askedForHelp', errand: 'check-in' });
    actor.send(status('waiting'));
    actor.send({ type: 'patient.wentHome' });
    expect([help(terminal), terminal.screen()]).toEqual(['waiting', 'card-left']);
    actor.send({ type: 'card.removed' });
    expect([help(terminal), terminal.screen()]).toEqual(['earlier-told', 'welcome']);
    await terminal.layDownCard();
    actor.send(status('taken'));
    expect([help(terminal), terminal.screen()]).toEqual(['earlier-taken', 'next-step']);
    actor.send({ type: 'patient.askedForHelp', errand: 'check-in' });
    expect(help(terminal)).toBe('asking');
    actor.send(status('taken'));
    clock.increment(1);
    expect(help(terminal)).toBe('taken');
  });

  it('stays with whoever asked for it because the card could not be read', async () => {
    const terminal = startTerminal();
    terminal.actor.send({ type: 'patient.askedForHelp', errand: 'starting-out' });
    terminal.actor.send(status('waiting'));
    await terminal.layDownCard();
    expect([help(terminal), terminal.screen()]).toEqual(['waiting', 'next-step']);
  });

  it('is from before as soon as another card is laid down', async () => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.actor.send(status('waiting'));
    await terminal.layDownCard();
    expect(help(terminal)).toBe('earlier-told');
  });

  it('gives the patient more time before the question whether anybody is there, and everything is wiped in the end', async () => {
    const terminal = startTerminal();
    const { actor, clock } = terminal;
    await terminal.layDownCard();
    clock.increment(delays.idleWarning - 1);
    actor.send(status('waiting'));
    clock.increment(delayIn('standard', 'idleWarning', true) - 1);
    expect(isWarned(terminal)).toBe(false);
    clock.increment(1);
    expect(isWarned(terminal)).toBe(true);
    clock.increment(delays.idleAnswer);
    expect([terminal.screen(), terminal.ends]).toEqual(['card-left', [['v-1', 'idle']]]);
    expect(JSON.stringify(actor.getPersistedSnapshot())).not.toMatch(/张|v-1|心血管/);
  });

  it('takes the usual time again once the helper has finished', async () => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.actor.send(status('arrived'));
    terminal.actor.send(status('done'));
    terminal.clock.increment(delays.idleWarning);
    expect(isWarned(terminal)).toBe(true);
  });

  it('can be pressed under the question whether anybody is there, and answers it', async () => {
    const terminal = startTerminal();
    await terminal.layDownCard();
    terminal.clock.increment(delays.idleWarning);
    expect(isWarned(terminal)).toBe(true);
    terminal.actor.send({ type: 'patient.askedForHelp', errand: 'check-in' });
    expect([isWarned(terminal), help(terminal)]).toEqual([false, 'asking']);
  });

  it('keeps a ticket on the screen for as long as a helper needs to see it', async () => {
    const terminal = startTerminal();
    const { actor, clock, settle, screen } = terminal;
    await terminal.layDownCard();
    actor.send({ type: 'patient.startedStep' });
    await settle();
    actor.send(printed);
    clock.increment(delays.finishCountdown - 1);
    actor.send(status('taken'));
    clock.increment(delayIn('standard', 'finishCountdown', true) - 1);
    expect(screen()).toBe('ticket-printed');
    clock.increment(1);
    expect(screen()).toBe('card-left');
  });

  it('that was asked for before the errand counts in it as well', async () => {
    const { actor, clock, settle, screen, layDownCard } = startTerminal();
    await layDownCard();
    actor.send(status('waiting'));
    actor.send({ type: 'patient.startedStep' });
    await settle();
    actor.send(printed);
    clock.increment(delays.finishCountdown);
    expect(screen()).toBe('ticket-printed');
  });

  it('makes room when a card is laid down', async () => {
    const terminal = startTerminal();
    terminal.actor.send(status('lapsed'));
    expect(help(terminal)).toBe('nobody-came');
    await terminal.layDownCard();
    expect([help(terminal), terminal.screen()]).toEqual(['none', 'next-step']);
  });
});
