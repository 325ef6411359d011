import { expect, test } from './story.ts';
import { Terminal } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

test('a reader in trouble: the terminal says so, and works again by itself when the reader does', async ({ story }) => {
  const { bench, data } = story;
  const terminal = new Terminal(await story.openTerminal(), bench);
  const isOutOfService = async (): Promise<void> => {
    await terminal.sees('out-of-service');
    await terminal.saysInBothLanguages(({ visit: { outOfService } }) => [
      outOfService.reader.title,
      outOfService.reader.sentence,
      outOfService.comesBack,
    ]);
  };

  await test.step('a card that cannot be read is lifted, laid down again and read', async () => {
    await bench.reader('fail-to-read');
    await terminal.layDown('zhang-jianming', 'card-trouble');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.cardTrouble.unreadable));
    await bench.reader('lift');
    await bench.reader('mend');
    await terminal.layDown('zhang-jianming', 'next-step');
    await terminal.leave();
  });

  for (const trouble of ['fall-silent', 'cut-cable'] as const) {
    await test.step(`nobody is there: ${trouble}`, async () => {
      await bench.reader(trouble);
      await isOutOfService();
      await bench.reader('mend');
      await terminal.sees('welcome');
    });
  }

  await test.step('the cable is cut after the card was read: the patient still checks in', async () => {
    await terminal.layDown('shan-lei', 'next-step');
    await bench.reader('cut-cable');
    const label = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    expect(ticketsOf(data, 'shan-lei')).toMatchObject([{ label }]);
    await terminal.page.locator('footer button').first().click();
    await bench.reader('lift');
    await terminal.page.locator('[data-screen="card-left"], [data-screen="out-of-service"]').waitFor();
    await bench.reader('mend');
    await terminal.sees('welcome');
  });

  await test.step('and the next card is read as ever', async () => {
    await terminal.layDown('ouyang-jing', 'next-step');
    await terminal.leave();
  });
});
