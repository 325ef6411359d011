import { expect, it } from 'vitest';
import { startTerminal } from './test-terminal.ts';

it('a badge that nobody knows leaves the patient where the right one is waited for, and says so', () => {
  const { actor, view } = startTerminal();
  actor.send({ type: 'patient.choseWay', way: 'number' });
  actor.send({ type: 'patient.typed', text: '330602195403182174' });
  actor.send({ type: 'patient.askedFor', what: 'staff' });
  actor.send({ type: 'badge.taken' });
  expect(view().screen).toBe('identifying');
  actor.send({ type: 'visit.refused', reason: 'staff-not-recognised' });
  expect(view()).toMatchObject({ screen: 'staff-approval', problem: 'staff-not-recognised' });
});
