import { describe, expect, it } from 'vitest';
import { away, ready, startTerminal } from './test-terminal.ts';

describe('a terminal whose reader of ID cards is away', () => {
  it('stays in service while another way is there than a reader that is away', () => {
    const { actor, view } = startTerminal();
    const devices = { printer: ready, paper: 'ok' } as const;
    actor.send({ type: 'device.changed', ...devices, reader: away, scanner: ready });
    const ways = ['code', 'card', 'passport', 'number'];
    expect(view()).toMatchObject({ screen: 'welcome', reader: false, ways });
    actor.send({ type: 'device.changed', ...devices, reader: away, scanner: away });
    expect(view()).toMatchObject({ screen: 'welcome', reader: false, ways: ['passport', 'number'] });
    actor.send({ type: 'patient.choseWay', way: 'number' });
    expect(view()).toMatchObject({ screen: 'typing', typing: 'number' });
    actor.send({ type: 'patient.wentHome' });
    actor.send({ type: 'device.changed', ...devices, reader: ready });
    expect(view()).toMatchObject({ screen: 'welcome', reader: true });
  });

  it('is out of service when nobody can be known at it', () => {
    const { actor, view } = startTerminal({ ways: ['code'] });
    const devices = { printer: ready, paper: 'ok' } as const;
    actor.send({ type: 'device.changed', ...devices, reader: away, scanner: ready });
    expect(view()).toMatchObject({ screen: 'welcome', reader: false, ways: ['code'] });
    actor.send({ type: 'device.changed', ...devices, reader: away, scanner: away });
    expect(view()).toEqual({ screen: 'out-of-service', why: 'reader' });
    actor.send({ type: 'device.changed', ...devices, reader: away, scanner: ready });
    expect(view().screen).toBe('welcome');
  });
});
