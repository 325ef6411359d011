import { describe, expect, it } from 'vitest';
import { startTerminal } from './test-terminal.ts';

describe('a wristband', () => {
  it('that is scanned while the terminal asks for it is as good as typed; scanned elsewhere it is nothing', async () => {
    const { actor, layDownCard, screen, settle } = startTerminal();
    await layDownCard();
    await settle();
    actor.send({ type: 'wristband.scanned', number: 'ZY26030217' });
    expect(screen()).toBe('next-step');
    actor.send({ type: 'patient.askedForSomebodyElse' });
    actor.send({ type: 'patient.actedForInpatient' });
    expect(screen()).toBe('typing');
    actor.send({ type: 'wristband.scanned', number: 'ZY26030217' });
    expect(screen()).toBe('looking-up');
    expect(actor.getSnapshot().context.typed.kept).toBe('ZY26030217');
    actor.send({ type: 'patient.wentHome' });
    expect(actor.getSnapshot().context.typed.kept).toBe('');
  });
});
