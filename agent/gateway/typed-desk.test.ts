import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { badgeDesk } from './badge-desk.ts';
import { gatewayTiming } from './timing.ts';
import { typedDesk } from './typed-desk.ts';
import { visitKeeper } from './visit-keeper.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A terminal at which somebody typed a number and asked for a member of staff. */
function waitingForBadge() {
  const badges = badgeDesk();
  const nothing = (): void => undefined;
  const visits = visitKeeper({
    line: { send: () => new Promise(nothing), onDoubt: () => nothing, close: nothing },
    credential: () => undefined,
    ends: { tell: async () => undefined, tellAgain: async () => undefined, untold: 0, stop: nothing },
    tell: nothing,
    newKey: () => 'key',
    log: nothing,
    timing: gatewayTiming,
    onUnauthorised: nothing,
    onHospitalSilent: nothing,
  });
  const desk = typedDesk({ visits, badges, badgeWithin: gatewayTiming.badge, tell: nothing, onFault: nothing });
  desk.take({ number: '0000100231', proof: { by: 'badge' } });
  return { badges, desk };
}

test('a badge is waited for as long as any screen asks for one, and then no more', () => {
  const { badges } = waitingForBadge();
  vi.advanceTimersByTime(gatewayTiming.badge - 1);
  expect(badges.awaited).toBe(true);
  vi.advanceTimersByTime(1);
  expect(badges.awaited).toBe(false);
  expect(badges.offer('LOBBY:B:late')).toBe(false);
});

test('nothing waits once the badge has come, or the terminal stops', () => {
  const taken = waitingForBadge();
  expect(taken.badges.offer('LOBBY:B:here')).toBe(true);
  const stopped = waitingForBadge();
  stopped.desk.stop();
  expect(stopped.badges.awaited).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
