import { describe, expect, it } from 'vitest';
import { sampleStep, sampleTicket } from '../sample-visit.ts';
import { startTerminal } from './test-terminal.ts';

describe('a patient who lays the card down once more', () => {
  it.each([
    ['missed', 'ready', { screen: 'wait-again', after: 'missed' }],
    ['at-tests', 'ready', { screen: 'wait-again', after: 'tests' }],
    ['missed', 'void', { screen: 'number-void' }],
    ['held', 'checked-in', { screen: 'already-checked-in' }],
    ['dropped', 'ready', { screen: 'next-step' }],
  ] as const)('says what became of a ticket that is %s (%s)', async (state, allows, shown) => {
    const step = { ...sampleStep, state: allows, ticket: { ...sampleTicket, state } };
    const { view, layDownCard } = startTerminal({
      agenda: { ok: true, agenda: { maskedName: '张*明', acting: null, next: step, rest: [] } },
    });
    await layDownCard();
    expect(view()).toMatchObject(shown);
  });
});
