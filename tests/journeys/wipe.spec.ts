import type { Page } from '@playwright/test';
import { knockFromElsewhere, type Doors } from './foreign-page.ts';
import { expect, test, type Story } from './story.ts';
import { followVisit, plantEverywhere, whatRemains, type Traces } from './what-remains.ts';

const zhang = { card: 'zhang-jianming', name: '张*明' };
const wang = { card: 'wang-xiuying', name: '王*英' };

/** A visit under way: its page and what must not be found on it afterwards. */
interface Visit {
  readonly terminal: Page;
  readonly traces: () => Traces;
}

test('nothing of a patient remains at a terminal, whichever way the visit ends', async ({ story, browser }) => {
  const terminal = await story.openTerminal();

  await test.step('gone home', async () => {
    const visit = await begin(story, terminal, zhang);
    expect(await whatRemains(terminal, visit.traces(), 'go home')).toEqual([]);
    await takeCard(story, terminal);
    await leavesNoHistory(visit);
  });

  await test.step('whatever a page can keep something in is emptied, and the screen is covered first', async () => {
    const visit = await begin(story, terminal, zhang);
    const mark = 'planted-5e8c';
    const blob = await plantEverywhere(terminal, mark);
    expect(await whatRemains(terminal, [mark])).toHaveLength(9);
    const uncovered = await watchForUncovered(terminal, zhang.name);
    expect(await whatRemains(terminal, [mark, ...visit.traces()], 'go home')).toEqual([]);
    expect(await uncovered()).toEqual({ left: 1, uncovered: 0 });
    expect(await terminal.evaluate((address) => fetch(address).then(String, () => 'gone'), blob)).toBe('gone');
    await takeCard(story, terminal);
  });

  await test.step('finished, with a ticket', async () => {
    const visit = await begin(story, terminal, zhang);
    await terminal.getByRole('button', { name: '签到，打印号票' }).click();
    await terminal.locator('[data-screen="ticket-printed"]').waitFor();
    const traces = ['A007', ...visit.traces()];
    expect(await whatRemains(terminal, traces)).toContain('A007 in the document');
    expect(await whatRemains(terminal, traces, 'touch')).toEqual([]);
    await takeCard(story, terminal);
    await leavesNoHistory({ ...visit, traces: () => traces });
  });

  await test.step('the next person lays down a card', async () => {
    const visit = await begin(story, terminal, wang);
    const traces = visit.traces();
    await story.bench.reader('lift');
    await story.bench.layDown('ouyang-jing');
    await terminal.getByText('欧阳').waitFor();
    expect(await whatRemains(terminal, traces)).toEqual([]);
    await whatRemains(terminal, [], 'go home');
    await takeCard(story, terminal);
  });

  await test.step('the terminal’s agent dies and comes back', async () => {
    const visit = await begin(story, terminal, wang);
    story.house.processes.agent.kill();
    await terminal.getByText(wang.name).waitFor({ state: 'detached' });
    expect(await whatRemains(terminal, visit.traces())).toEqual([]);
    await story.bench.reader('lift');
    await story.house.startAgentAgain();
    await terminal.locator('[data-screen="welcome"]').waitFor();
    expect(await whatRemains(terminal, visit.traces())).toEqual([]);
    await leavesNoHistory(visit);
  });

  await test.step('a page of another origin asks the agent, and gets nothing while a patient stands there', async () => {
    const visit = await begin(story, terminal, wang);
    const slips = await story.bench.slips();
    const doors = doorsOf(visit.traces()[1] ?? '');
    for (const host of ['127.0.0.1', 'localhost', 'elsewhere.localhost']) {
      const reached = await knockFromElsewhere(browser, { host, agent: story.house.agent, doors });
      expect(reached, host).toMatchObject({ byScript: [], byAgent: [] });
      // What is no navigation the browser itself keeps from the page.
      expect(reached.refusals).toBeGreaterThanOrEqual(doors.reads.length + doors.writes.length);
    }
    // A name that somebody else's server resolves to this machine.
    const rebound = await browser.newPage();
    const reply = await rebound.goto(story.house.agent.replace('127.0.0.1', 'rebound.localhost'));
    expect(reply?.status()).toBe(403);
    await rebound.close();
    await expect(terminal.locator('main')).toContainText(wang.name);
    expect(await story.bench.slips()).toEqual(slips);
    await whatRemains(terminal, [], 'go home');
    await takeCard(story, terminal);
  });
});

/** Everything that an agent answers, and what could be wished of it. */
function doorsOf(visitId: string): Doors {
  const key = 'key-of-elsewhere';
  const card = { number: '330602195403182174', proof: { by: 'birth-date', birthDate: '1954-03-18' } };
  return {
    reads: ['/', '/terminal', '/agent/events', '/agent/health', '/agent/font.ttf', `/api/visits/${visitId}/agenda`],
    writes: [
      { path: '/agent/print', body: { key, visitId, ticketId: 'ticket', language: 'zh' } },
      { path: '/agent/visit/end', body: { visitId, why: 'cancelled' } },
      { path: '/agent/visit/typed', body: card },
      { path: '/agent/visit/forget', body: {} },
      { path: '/agent/visit/mrz', body: { key, lines: ['P<CHN'] } },
      { path: '/agent/wedge', body: { line: ';6222000011112222?' } },
      { path: '/agent/help', body: { key, errand: 'check-in' } },
      { path: '/agent/help/withdraw', body: { key, requestId: 'r' } },
      { path: '/agent/enrolment', body: { code: 'ABCD-1234' } },
      { path: '/agent/picture', body: { shown: 'welcome', frames: 1, paintedAt: '2026-03-02T00:52:00.000Z' } },
      { path: '/agent/self-test/spoken', body: { runId: 'r', played: true } },
      { path: `/api/visits/${visitId}/check-in`, body: { key, stepId: 's' } },
    ],
  };
}

test('a patient who walks away is asked, and then forgotten', async ({ story, browser }) => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const terminal = await context.newPage();
  await terminal.clock.install();
  await terminal.goto(story.house.agent);
  const visit = await begin(story, terminal, zhang);
  await terminal.clock.fastForward(60_000);
  await terminal.getByRole('button', { name: '我还在' }).click();
  await terminal.clock.fastForward(59_000);
  await expect(terminal.getByRole('alertdialog')).toHaveCount(0);
  await terminal.clock.fastForward(1_500);
  await expect(terminal.getByRole('alertdialog')).toBeVisible();
  await terminal.clock.fastForward(30_000);
  expect(await whatRemains(terminal, visit.traces())).toEqual([]);
  await takeCard(story, terminal);
  await leavesNoHistory(visit);
  await context.close();
});

async function begin({ bench }: Story, terminal: Page, { card, name }: typeof zhang): Promise<Visit> {
  await terminal.locator('[data-screen="welcome"]').waitFor();
  const traces = followVisit(terminal, name);
  await bench.layDown(card);
  await terminal.locator('[data-screen="next-step"]').waitFor();
  expect(await whatRemains(terminal, traces())).toEqual([`${name} in the document`]);
  expect(traces()).toHaveLength(2);
  return { terminal, traces };
}

async function takeCard({ bench }: Story, terminal: Page): Promise<void> {
  await bench.reader('lift');
  await terminal.locator('[data-screen="welcome"]').waitFor();
}

/** Back and forward again, as somebody might who finds a way to: nothing of the visit on either side. */
async function leavesNoHistory({ terminal, traces }: Visit): Promise<void> {
  await terminal.goBack();
  const behind = `${terminal.url()} ${await terminal.title()} ${await terminal.content()}`;
  for (const trace of traces()) expect(behind).not.toContain(trace);
  await terminal.goForward();
  await terminal.locator('[data-screen="welcome"]').waitFor();
  expect(await whatRemains(terminal, traces())).toEqual([]);
}

/** How often a name left the screen from now on, and how often that was seen. */
async function watchForUncovered(
  terminal: Page,
  name: string,
): Promise<() => Promise<{ left: number; uncovered: number }>> {
  const seen = await terminal.evaluateHandle((text) => {
    const counted = { left: 0, uncovered: 0 };
    let there = true;
    new MutationObserver(() => {
      const isThere = document.body.textContent.includes(text);
      if (there && !isThere) counted.left += 1;
      if (there && !isThere && !document.documentElement.hasAttribute('data-covered')) counted.uncovered += 1;
      there = isThere;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    return counted;
  }, name);
  return () => seen.jsonValue();
}
