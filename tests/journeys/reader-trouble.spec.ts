import { visitWording } from '@lobby/kiosk/src/flows/visit/wording.ts';
import { waysWording } from '@lobby/kiosk/src/flows/visit/ways/wording.ts';
import { expect, test } from './story.ts';
import { asShown, Terminal } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

test('a reader in trouble: the terminal says so, offers the other ways, and reads again by itself', async ({
  story,
}) => {
  const { bench, data } = story;
  const page = await story.openTerminal();
  const terminal = new Terminal(page, bench);
  const offersOtherWays = async (): Promise<void> => {
    await expect(terminal.main).toContainText(asShown(visitWording.zh.welcome.noReader));
    await terminal.saysInBothLanguages(({ visit: { welcome } }) => [welcome.otherWays, welcome.noReader]);
    await terminal.press(waysWording.zh.ways.number.name);
    await terminal.sees('typing');
    await page.locator('footer button').first().click();
  };
  const readsCards = (): Promise<void> =>
    expect(terminal.main).toContainText(asShown(visitWording.zh.welcome.title), { timeout: 20_000 });

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
    await test.step(`without a reader the other ways remain: ${trouble}`, async () => {
      await bench.reader(trouble);
      await offersOtherWays();
      await bench.reader('mend');
      await readsCards();
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
    await terminal.page.locator('[data-screen="card-left"], [data-screen="welcome"]').waitFor();
    await bench.reader('mend');
    await readsCards();
  });

  await test.step('and the next card is read as ever', async () => {
    await terminal.layDown('ouyang-jing', 'next-step');
    await terminal.leave();
  });
});
