import { describe, expect, it } from 'vitest';
import { agentEventOf } from './agent-message.ts';

describe('a message of the agent', () => {
  it('is heard when it is one that the contract knows', () => {
    expect(agentEventOf('{"type":"card.presented"}')).toEqual({ type: 'card.presented' });
    expect(agentEventOf('{"type":"visit.refused","reason":"patient-unknown"}')).toEqual({
      type: 'visit.refused',
      reason: 'patient-unknown',
    });
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '"hello"'],
    ['nothing', 'null'],
    ['no type', '{"visitId":"v"}'],
    ['a type nobody knows', '{"type":"coins.inserted"}'],
    ['a type that every object has', '{"type":"toString"}'],
    ['a field missing', '{"type":"visit.opened","visitId":"v"}'],
  ])('is passed over when it is %s', (_, text) => {
    expect(agentEventOf(text)).toBeUndefined();
  });
});
