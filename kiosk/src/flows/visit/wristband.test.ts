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

  it('of an inpatient is asked of whoever has no file, confirmed by a touch, and wrong it is asked for again', async () => {
    const { actor, view, screen, sent, wristbands, forgets } = startTerminal();
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'visit.refused', reason: 'patient-unknown', mayAct: true });
    expect(view()).toEqual({ screen: 'visit-refused', reason: 'patient-unknown', mayAct: true });
    actor.send({ type: 'patient.actedForInpatient' });
    expect(view()).toMatchObject({ screen: 'typing', typing: 'wristband', problem: null });
    expect(wristbands).toEqual([{ visitId: null, asked: true }]);
    actor.send({ type: 'patient.typed', text: 'ZY1' });
    expect(screen()).toBe('identifying');
    expect(sent).toEqual([{ number: null, proof: { by: 'wristband', wristband: 'ZY1' } }]);
    actor.send({ type: 'visit.refused', reason: 'wristband-unknown' });
    expect(view()).toMatchObject({ typing: 'wristband', text: 'ZY1', problem: 'wristband-unknown' });
    actor.send({ type: 'wristband.scanned', number: 'ZY26030217' });
    expect(sent.at(-1)).toEqual({ number: null, proof: { by: 'wristband', wristband: 'ZY26030217' } });
    expect(forgets()).toBe(0);
    const choices = [{ choice: '1', maskedName: '罗*', birthYear: 1962, owner: 'ward' as const }];
    actor.send({ type: 'visit.opened', visitId: 'v-1', maskedName: '孙*', choices });
    expect(view()).toEqual({ screen: 'choose-patient', choices, inpatients: false });
    expect(actor.getSnapshot().context.typed.proof).toBeNull();
  });

  it('is asked of nobody whose card the hub has not found fit for it, and nothing is kept of who turns away', () => {
    const { actor, screen, forgets } = startTerminal();
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'visit.refused', reason: 'patient-unknown' });
    actor.send({ type: 'patient.actedForInpatient' });
    expect(screen()).toBe('visit-refused');
    actor.send({ type: 'card.presented' });
    actor.send({ type: 'visit.refused', reason: 'patient-unknown', mayAct: true });
    actor.send({ type: 'patient.actedForInpatient' });
    expect(forgets()).toBe(0);
    actor.send({ type: 'patient.wentBack' });
    expect(forgets()).toBe(1);
  });
});
