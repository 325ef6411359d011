import type { PaperTrouble } from '@lobby/kiosk/src/flows/check-in/facts.ts';
import { expect, test } from './story.ts';
import { Terminal } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

test('whatever the printer does, the patient has a number, a place in the queue and an honest sentence', async ({
  story,
}) => {
  const { bench, data } = story;
  const screen = await story.openScreen();
  const terminal = new Terminal(await story.openTerminal(), bench);

  /** The number stays on the screen, the sentence says why, the hub counts the check-in once. */
  const hasNumberOnScreen = async (patient: { card: string; trouble: PaperTrouble }): Promise<string> => {
    await terminal.sees('ticket-on-screen');
    const label = await terminal.number();
    expect(label).toMatch(/^[A-Z]\d{3}$/);
    await terminal.saysInBothLanguages(({ checkIn: { onScreen } }) => [
      label,
      onScreen.title,
      onScreen.counts,
      onScreen.elsewhere,
      onScreen.troubles[patient.trouble],
    ]);
    expect(ticketsOf(data, patient.card)).toMatchObject([{ label, state: 'waiting' }]);
    return label;
  };

  await test.step('out of paper; with new paper the same number is printed', async () => {
    await bench.printer('pull-paper');
    await terminal.saysInBothLanguages(({ visit }) => [visit.welcome.noPaper]);
    await terminal.layDown('zhang-jianming', 'next-step');
    await terminal.press('签到，打印号票');
    const label = await hasNumberOnScreen({ card: 'zhang-jianming', trouble: 'paper-out' });
    await expect(screen.locator('body')).toContainText(label);
    await bench.printer('insert-paper');
    await terminal.press('再打印一次');
    await terminal.sees('ticket-printed');
    expect(await bench.slips()).toEqual([1]);
    const { text } = await bench.slipText(1);
    expect(text).toContain(label);
    expect(text).not.toContain('补打');
    await terminal.leave();
  });

  await test.step('the cover stands open', async () => {
    await bench.printer('open-cover');
    await terminal.layDown('wang-xiuying', 'next-step');
    await terminal.press('签到，打印号票');
    const label = await hasNumberOnScreen({ card: 'wang-xiuying', trouble: 'cover-open' });
    await expect(screen.locator('body')).toContainText(label);
    await bench.printer('close-cover');
    await terminal.leave();
  });

  await test.step('the cutter is jammed', async () => {
    await bench.printer('jam-cutter');
    await terminal.layDown('ouyang-jing', 'next-step');
    await terminal.press('签到，打印号票');
    await hasNumberOnScreen({ card: 'ouyang-jing', trouble: 'fault' });
    await bench.printer('clear-cutter');
    await terminal.leave();
  });

  await test.step('the printer is silent', async () => {
    await bench.printer('fall-silent');
    await terminal.layDown('chen-jiaxin', 'next-step');
    await terminal.press('签到，打印号票');
    await hasNumberOnScreen({ card: 'chen-jiaxin', trouble: 'silent' });
    await bench.printer('speak');
    await terminal.leave();
  });

  await test.step('its cable is out', async () => {
    await bench.printer('cut-cable');
    await terminal.layDown('claire-martin', 'next-step');
    await terminal.press('签到，打印号票');
    await hasNumberOnScreen({ card: 'claire-martin', trouble: 'offline' });
    await bench.printer('plug-cable');
    await terminal.leave();
  });

  await test.step('its cable is cut while the paper moves; nothing more is printed until the patient asks', async () => {
    await terminal.saysInBothLanguages(({ visit }) => [visit.welcome.title]);
    await expect(terminal.main).not.toContainText('打不出号票');
    const before = await bench.slips();
    await terminal.layDown('shan-lei', 'next-step');
    await terminal.press('签到，打印号票');
    await expect.poll(() => bench.isPrinting(), { intervals: [20] }).toBe(true);
    await bench.printer('cut-cable');
    const label = await hasNumberOnScreen({ card: 'shan-lei', trouble: 'unsure' });
    await expect(screen.locator('body')).toContainText(label);
    await bench.printer('plug-cable');
    await expect.poll(async () => (await health(story.house.agent)).printer.state).toBe('ready');
    expect((await bench.slips()).length - before.length).toBeLessThanOrEqual(1);
    await terminal.press('再打印一次');
    await terminal.sees('ticket-printed');
    const slips = await bench.slips();
    const { text } = await bench.slipText(slips.at(-1) ?? 0);
    expect(text).toContain(label);
    expect(text).toContain('补打');
    await terminal.leave();
  });

  await test.step('the paper ends while it moves', async () => {
    await terminal.layDown('huang-meiling', 'choose-patient');
    await terminal.press('黄*玲');
    await terminal.press('签到，打印号票');
    await expect.poll(() => bench.isPrinting(), { intervals: [20] }).toBe(true);
    await bench.printer('pull-paper');
    await hasNumberOnScreen({ card: 'huang-meiling', trouble: 'unsure' });
    const before = await bench.slips();
    await bench.printer('insert-paper');
    // With new paper a printer finishes what it holds: the screen was right not to know.
    await expect.poll(() => bench.slips()).toHaveLength(before.length + 1);
    await terminal.leave();
  });

  await test.step('the paper is nearly at its end: nobody notices', async () => {
    await bench.printer('near-end');
    const before = await bench.slips();
    await terminal.layDown('ma-ming', 'next-step');
    const label = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    const slips = await bench.slips();
    expect(slips).toHaveLength(before.length + 1);
    expect((await bench.slipText(slips.at(-1) ?? 0)).text).toContain(label);
    await terminal.leave();
  });

  expect(await bench.complaints()).toEqual([]);
});

async function health(agent: string): Promise<{ printer: { state: string } }> {
  const reply = await fetch(`${agent}/agent/health`);
  return reply.json();
}
