import type { AskWay, GuidePlan, WayReply } from '@lobby/hub/contract';
import { describe, expect, it } from 'vitest';
import { createActor, fromPromise } from 'xstate';
import { glanceMachine, glanceView } from './glance.ts';
import { sampleLongWay, sampleWay } from './sample-way.ts';

const found: WayReply = { ok: true, way: sampleWay };
const sameLater: WayReply = { ok: true, way: { ...sampleWay, version: 'v2' } };
const other: WayReply = { ok: true, way: { ...sampleLongWay, version: 'v2' } };
const walls: WayReply = { ok: false, reason: 'closed', profilesWithAWay: [] };

/** A step on the screen, and a hub that answers in turn. */
async function startGlance(...replies: (WayReply | 'never')[]) {
  const machine = glanceMachine.provide({
    actors: {
      askWay: fromPromise<WayReply, AskWay>(() => {
        const reply = replies.shift();
        return reply === undefined || reply === 'never' ? new Promise(() => undefined) : Promise.resolve(reply);
      }),
      loadPlan: fromPromise<GuidePlan, { readonly version: string }>(({ input: { version } }) =>
        Promise.resolve({ version, levels: [], attribution: null }),
      ),
    },
  });
  const actor = createActor(machine).start();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const building = async () => {
    actor.send({ type: 'guide.changed', version: 'v2' });
    await settle();
  };
  actor.send({ type: 'way.wanted', to: { of: 'queue', id: 'cardiology' }, profile: 'default' });
  await settle();
  return { view: () => glanceView(actor.getSnapshot()), building };
}

describe('the way beside what a screen is about', () => {
  it('stays where a change of the building does not touch it', async () => {
    const { view, building } = await startGlance(found, sameLater);
    expect(view()).toMatchObject({ of: 'way', plan: { version: sampleWay.version } });
    await building();
    expect(view()).toMatchObject({ of: 'way', way: sampleWay });
  });

  it('is said to have changed where another one leads there now', async () => {
    const { view, building } = await startGlance(found, other);
    await building();
    expect(view()).toEqual({ of: 'changed' });
  });

  it('is said to be gone where none leads there, and comes back when it is open again', async () => {
    const { view, building } = await startGlance(found, walls, sameLater);
    await building();
    expect(view()).toEqual({ of: 'gone' });
    await building();
    expect(view()).toMatchObject({ of: 'way', way: sampleWay });
  });

  it('is asked for once more where the building changes before an answer is here', async () => {
    const first = await startGlance('never', other);
    expect(first.view()).toEqual({ of: 'none' });
    await first.building();
    expect(first.view()).toMatchObject({ of: 'way', way: { version: 'v2' } });
    const later = await startGlance(found, 'never', walls);
    await later.building();
    await later.building();
    expect(later.view()).toEqual({ of: 'gone' });
  });
});
