import type { TerminalState } from '@lobby/hub/contract';
import { describe, expect, test } from 'vitest';
import { openTestHub, presentCard, testDatabases, testPlace, type TestHub } from '../support/test-hub.ts';

const ready = { state: 'ready', fault: null, since: '2026-11-23T00:00:00.000Z' } as const;

/** A report of a terminal's agent by its own clock, which is ten minutes behind. */
function report({ clock }: TestHub, started: string): TerminalState {
  const saidAt = new Date(clock.now() - 10 * 60_000).toISOString();
  return { version: 'test', startedAt: started, reader: ready, printer: ready, paper: 'ok', unknownJobs: 0, saidAt };
}

const stored = async ({ tables }: TestHub): Promise<unknown> =>
  tables.selectFrom('visit').select(['why', 'patient', 'choices', 'secret_hash']).executeTakeFirstOrThrow();

describe.each(testDatabases)('an agent that dies with a patient before the terminal, on %s', (kind) => {
  test('has its visit ended by the hub as soon as it is back, and nothing of the patient is kept', async () => {
    const opened = await openTestHub(await testPlace(kind));
    await opened.hub.fleet.terminalState('K01', report(opened, '2026-11-23T00:30:00.000Z'));
    const access = await presentCard(opened.hub, 'zhang-jianming');
    await opened.hub.fleet.terminalState('K01', report(opened, '2026-11-23T00:30:00.000Z'));
    expect(await opened.hub.visits.agenda(access)).toMatchObject({ ok: true });
    opened.clock.advance(5_000);
    await opened.hub.fleet.terminalState('K01', report(opened, '2026-11-23T01:05:04.000Z'));
    expect(await opened.hub.visits.agenda(access)).toEqual({ ok: false, reason: 'visit-ended' });
    expect(await stored(opened)).toEqual({ why: 'agent-lost', patient: null, choices: '[]', secret_hash: '' });
  });

  test('ends no visit of the agent that came after it, nor of another terminal', async () => {
    const opened = await openTestHub(await testPlace(kind));
    await opened.hub.fleet.terminalState('K01', report(opened, '2026-11-23T00:30:00.000Z'));
    const elsewhere = await presentCard(opened.hub, 'wang-xiuying', 'K02');
    opened.clock.advance(5_000);
    const access = await presentCard(opened.hub, 'zhang-jianming');
    opened.clock.advance(1_000);
    // Its first report was lost: by the second one it has been running for three seconds.
    await opened.hub.fleet.terminalState('K01', report(opened, '2026-11-23T01:05:03.000Z'));
    expect(await opened.hub.visits.agenda(access)).toMatchObject({ ok: true });
    expect(await opened.hub.visits.agenda(elsewhere)).toMatchObject({ ok: true });
  });
});
