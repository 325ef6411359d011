import { expect, test } from 'vitest';
import type { OpenHub } from '@lobby/hub/open.ts';
import { checkInWithCard, openTestHub, testDatabases, testPlace, until } from '../support/test-hub.ts';

async function labelOf(hub: OpenHub, card: string): Promise<string> {
  const reply = await checkInWithCard(hub, card);
  if (!reply.ok) throw new Error(`${card}: ${reply.reason}`);
  return reply.ticket.label;
}

test.each(testDatabases)(
  'calls are made ahead where a screen would sound them, and nowhere else, on %s',
  async (kind) => {
    const said: string[] = [];
    const { hub, troubles } = await openTestHub(await testPlace(kind), { said });
    // Her clinic has no screen that listens; the hub hears of her before it hears of the others.
    const elsewhere = await labelOf(hub, 'chen-jiaxin');
    const first = await labelOf(hub, 'zhang-jianming');
    hub.fleet.screenConnected('S-card', true);
    await hub.boards.sound('S-card', 'muted');
    const second = await labelOf(hub, 'wang-xiuying');
    expect([first, second]).toEqual(['A001', 'A002']);
    expect(elsewhere).not.toMatch(/^A/);

    await hub.boards.sound('S-card', 'on');
    await until(() => said.some((text) => /Number A, 0 0 2\. .+Room 3/.test(text)), 'the second call, for every room');
    expect(said.filter((text) => /Number A, 0 0 [12]\. .+Room [123]/.test(text))).toHaveLength(6);
    expect(said.filter((text) => text.startsWith('Number')).every((text) => text.startsWith('Number A,'))).toBe(true);
    expect(troubles).toEqual([]);
  },
);
