import type { WayReply } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { sampleWay } from '../../flows/way/sample-way.ts';
import { wayNow } from './way-now.ts';

const way = { of: 'way', way: sampleWay } as const;
const refused = (reason: 'closed' | 'to-unknown'): WayReply => ({ ok: false, reason, profilesWithAWay: [] });

describe('the way to a room that calls', () => {
  it('is what the hub says, whatever was there before', () => {
    expect(wayNow({ ok: true, way: sampleWay }, { of: 'gone' })).toEqual(way);
  });

  it('is gone where something on it is closed, also for a screen that has just been switched on', () => {
    expect(wayNow(refused('closed'), undefined)).toEqual({ of: 'gone' });
  });

  it('is gone where the map does not have the room any more, and stays gone', () => {
    const gone = wayNow(refused('to-unknown'), way);
    expect(gone).toEqual({ of: 'gone' });
    expect(wayNow(refused('to-unknown'), gone)).toEqual({ of: 'gone' });
  });

  it('is nothing to talk about where the map never had the room', () => {
    expect(wayNow(refused('to-unknown'), undefined)).toEqual({ of: 'none' });
    expect(wayNow(refused('to-unknown'), { of: 'none' })).toEqual({ of: 'none' });
  });
});
