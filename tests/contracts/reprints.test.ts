import type { PrintReport, Slip, TicketPaper } from '@lobby/hub/contract';
import type { OpenHub } from '@lobby/hub/open.ts';
import { describe, expect, test } from 'vitest';
import {
  demoSite,
  newKey,
  openTestHub,
  presentCard,
  testDatabases,
  testPlace,
  type TestHub,
} from '../support/test-hub.ts';

type Outcome = PrintReport['prints'][number]['outcome'];

/** A patient with a ticket at a hospital that has two terminals. */
async function checkedInAtFirst(hub: OpenHub): Promise<string> {
  const access = await presentCard(hub, 'zhang-jianming', 'K01');
  const agenda = await hub.visits.agenda(access);
  const stepId = agenda.ok ? (agenda.agenda.next?.stepId ?? '') : '';
  const reply = await hub.visits.checkIn(access, { key: newKey(), stepId });
  if (!reply.ok) throw new Error(`no ticket: ${reply.reason}`);
  return reply.ticket.ticketId;
}

/** The same card at a terminal: what its screen knows of the paper, and the slip that it gets. */
async function comesTo(
  { hub }: TestHub,
  terminalId: string,
  print: { readonly ticketId: string; readonly key: string },
): Promise<{ readonly paper: TicketPaper | undefined; readonly slip: Slip }> {
  const access = await presentCard(hub, 'zhang-jianming', terminalId);
  const agenda = await hub.visits.agenda(access);
  const paper = agenda.ok ? agenda.agenda.next?.ticket?.paper : undefined;
  const reply = await hub.visits.slip(access, print.ticketId, {
    language: 'zh',
    profile: 'default',
    printKey: print.key,
  });
  if (!reply.ok) throw new Error(`no slip: ${reply.reason}`);
  return { paper, slip: reply.slip };
}

describe.each(testDatabases)('paper of one ticket at two terminals, on %s', (kind) => {
  async function hospital(): Promise<TestHub & { readonly ticketId: string }> {
    const site = demoSite();
    const [first] = site.terminals;
    if (first === undefined) throw new Error('the demo has a terminal');
    const opened = await openTestHub(await testPlace(kind), {
      site: { ...site, terminals: [first, { ...first, id: 'K02' }] },
    });
    return { ...opened, ticketId: await checkedInAtFirst(opened.hub) };
  }

  test.each<[Outcome, TicketPaper, boolean]>([
    ['printed', 'printed', true],
    ['unknown', 'unsure', true],
    ['refused', 'none', false],
  ])('a slip that ended %s at one terminal is %s at the other', async (outcome, paper, marked) => {
    const { ticketId, ...opened } = await hospital();
    const first = { ticketId, key: newKey() };
    expect((await comesTo(opened, 'K01', first)).slip.reprint).toBeUndefined();
    await opened.hub.visits.printed('K01', { prints: [{ ...first, outcome }] });
    const elsewhere = await comesTo(opened, 'K02', { ticketId, key: newKey() });
    expect([elsewhere.paper, elsewhere.slip.reprint ?? false]).toEqual([paper, marked]);
  });

  test('a slip of which nothing was heard may lie there: marked elsewhere, and left to the spool at home', async () => {
    const { ticketId, ...opened } = await hospital();
    await comesTo(opened, 'K01', { ticketId, key: newKey() });
    expect((await comesTo(opened, 'K01', { ticketId, key: newKey() })).slip.reprint).toBeUndefined();
    expect(await comesTo(opened, 'K02', { ticketId, key: newKey() })).toMatchObject({
      paper: 'unsure',
      slip: { reprint: true },
    });
  });

  test('the same slip fetched twice with one key is one slip', async () => {
    const { ticketId, ...opened } = await hospital();
    const print = { ticketId, key: newKey() };
    await comesTo(opened, 'K01', print);
    expect((await comesTo(opened, 'K01', print)).slip.reprint).toBeUndefined();
    await opened.hub.visits.printed('K01', { prints: [{ ...print, outcome: 'printed' }] });
    expect((await comesTo(opened, 'K01', print)).slip.reprint).toBeUndefined();
    expect(await opened.tables.selectFrom('ticket_print').select(['key', 'state']).execute()).toEqual([
      { key: print.key, state: 'printed' },
    ]);
  });

  test('a report told twice changes nothing, and one of a ticket that does not exist is passed over', async () => {
    const { ticketId, ...opened } = await hospital();
    const ended = { ticketId, key: newKey(), outcome: 'printed' } as const;
    const stranger = { ticketId: 'no-such-ticket', key: newKey(), outcome: 'printed' } as const;
    for (const prints of [[ended, stranger], [ended]]) await opened.hub.visits.printed('K01', { prints });
    expect(await opened.tables.selectFrom('ticket_print').select(['key', 'state']).execute()).toEqual([
      { key: ended.key, state: 'printed' },
    ]);
    expect((await comesTo(opened, 'K02', { ticketId, key: newKey() })).slip.reprint).toBe(true);
  });

  test('what was printed is forgotten after a week, and says nothing of a patient before', async () => {
    const { ticketId, ...opened } = await hospital();
    await opened.hub.visits.printed('K01', { prints: [{ ticketId, key: newKey(), outcome: 'printed' }] });
    const rows = await opened.tables.selectFrom('ticket_print').selectAll().execute();
    expect(JSON.stringify(rows)).not.toMatch(/张|demo-|A00/);
    opened.clock.advance(8 * 24 * 3_600_000);
    await opened.hub.tidy();
    expect(await opened.tables.selectFrom('ticket_print').selectAll().execute()).toEqual([]);
  });
});
