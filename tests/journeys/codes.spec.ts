import { expect, test } from './story.ts';
import { Terminal } from './terminal.ts';

/** What people hold before a scanner, or swipe, and cannot be known by. */
const identifyNobody = [
  { device: 'scanner', thing: 'payment-code', trouble: 'payment-code' },
  { device: 'scanner', thing: 'our-slip', trouble: 'slip-code' },
  { device: 'scanner', thing: 'web-address', trouble: 'wrong-code' },
  { device: 'scanner', thing: 'rubbish', trouble: 'code-too-long' },
  { device: 'scanner', thing: 'forged-badge', trouble: 'badge-not-now' },
  { device: 'stripe', thing: 'other-card', trouble: 'not-supported' },
  { device: 'stripe', thing: 'bank-card', trouble: 'bank-card' },
  { device: 'documents', thing: 'worn-passport', trouble: 'unreadable' },
] as const;

const otherWays = [
  { device: 'scanner', thing: 'zhang-health-code', name: '张*明' },
  { device: 'scanner', thing: 'wang-insurance-code', name: '王*英' },
  { device: 'stripe', thing: 'ouyang-hospital-card', name: '欧阳*' },
  { device: 'documents', thing: 'tanaka-yuki', name: 'T*** Y***' },
] as const;

test('patients are known by codes, stripes and passports, and hear in both languages what is none', async ({
  story,
}) => {
  const { bench } = story;
  const terminal = new Terminal(await story.openTerminal(), bench);

  // Each is shown once: a device that reads the same thing twice within moments says it once.
  for (const { device, thing, trouble } of identifyNobody) {
    await test.step(`nobody is known by it: ${thing}`, async () => {
      await bench.show(device, thing);
      await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.cardTrouble[trouble]));
    });
  }
  await terminal.leave();

  for (const { device, thing, name } of otherWays) {
    await test.step(`a patient is known by it, and gets a ticket: ${thing}`, async () => {
      await bench.show(device, thing);
      await terminal.sees('next-step');
      // A stray code disturbs nobody, and the scanner may be unplugged and plugged in again.
      await bench.show('scanner', 'payment-code');
      await bench.scanner('cut-cable');
      await bench.scanner('plug-cable');
      await terminal.says([name]);
      const number = await terminal.checkIn();
      await terminal.sees('ticket-printed');
      await terminal.saysInBothLanguages(({ checkIn }) => [checkIn.printed.title, number]);
      expect((await bench.slipText(1 + otherWays.findIndex((way) => way.thing === thing))).text).toContain(number);
      await terminal.leave();
    });
  }

  await test.step('a reader that poses as a keyboard is heard, and slow fingers are not', async () => {
    const lines: string[] = [];
    terminal.page.on('request', (request) => {
      if (request.url().endsWith('/agent/wedge')) lines.push(request.postData() ?? '');
    });
    await typeKeys(terminal, ';8000000126?', 60);
    await typeKeys(terminal, ';8000000126=2912?', 0);
    await expect.poll(() => lines).toEqual([JSON.stringify({ line: ';8000000126=2912?' })]);
    await terminal.sees('welcome');
  });

  for (const trace of ['EHC330602540318A0217401', '2833060468090204800000000017', '8000000126', 'TK1234567'])
    await expect(terminal.page.locator('html')).not.toContainText(trace);
});

/** Types a line and Enter, with so many milliseconds between two keys. */
async function typeKeys(terminal: Terminal, line: string, gap: number): Promise<void> {
  await terminal.page.evaluate(
    async ([keys, pause]) => {
      for (const key of keys) {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
        if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
    [[...line, 'Enter'], gap] as const,
  );
}
