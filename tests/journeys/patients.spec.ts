import { expect, test, type Story } from './story.ts';
import { Terminal } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

test('every patient checks in once, or learns why not and what to do, in both languages', async ({ story }) => {
  const terminal = new Terminal(await story.openTerminal(), story.bench);
  await learnWhyNot(story, terminal);
  await checkInOnce(story, terminal);
});

async function learnWhyNot(story: Story, terminal: Terminal): Promise<void> {
  await test.step('the hospital has no file', async () => {
    await terminal.layDown('feng-yiming', 'visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.noFileYet));
    await terminal.leave();
  });

  await test.step('the card has another name than the file', async () => {
    await terminal.layDown('lin-zhiyuan', 'visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.visitRefused['name-differs']));
    await expect(terminal.page.locator('body')).not.toContainText('林');
    await terminal.leave();
  });

  for (const nothingToday of ['zheng-xiaoyan', 'qian-yulan']) {
    await test.step(`no appointment today: ${nothingToday}`, async () => {
      await terminal.layDown(nothingToday, 'nothing-today');
      await terminal.saysInBothLanguages(({ visit: { nothingToday: said } }) => [said.title, said.sentence]);
      await terminal.leave();
    });
  }

  await test.step('too early: the screen says from when', async () => {
    await terminal.layDown('sun-xiaofeng', 'too-early');
    await terminal.saysInBothLanguages(({ checkIn: { tooEarly } }) => Object.values(tooEarly));
    await expect(terminal.main).toContainText(/(10|11|12):\d\d/);
    await terminal.leave();
  });

  await test.step('too late', async () => {
    await terminal.layDown('wu-guoqiang', 'too-late');
    await terminal.saysInBothLanguages(({ checkIn: { tooLate } }) => Object.values(tooLate));
    await terminal.leave();
  });

  for (const file of ['sun-xiaofeng', 'wu-guoqiang']) expect(ticketsOf(story.data, file)).toEqual([]);
  expect(await story.bench.slips()).toEqual([]);
}

/** Late, twice, for a child, with a permit, in a hurry. */
async function checkInOnce({ bench, data }: Story, terminal: Terminal): Promise<void> {
  await test.step('a late patient is warned, checks in and waits among the late', async () => {
    await terminal.layDown('zhao-lihua', 'next-step');
    await terminal.saysInBothLanguages(({ waits }) => [waits.latePlaces['in-turn']]);
    const label = await terminal.checkIn();
    await terminal.saysInBothLanguages(({ checkIn }) => [label, checkIn.ticket.late]);
    expect(ticketsOf(data, 'zhao-lihua')).toEqual([{ label, queue: 'cardiology', lane: 'late', state: 'waiting' }]);
    await terminal.leave();
  });

  await test.step('the same card again shows the same ticket', async () => {
    await terminal.layDown('zhao-lihua', 'already-checked-in');
    const [ticket, ...more] = ticketsOf(data, 'zhao-lihua');
    expect(more).toEqual([]);
    await terminal.saysInBothLanguages(({ visit: { already } }) => [ticket?.label ?? '', already.waiting.title]);
    await terminal.leave();
    expect(await bench.slips()).toEqual([1]);
  });

  await test.step('a mother checks her child in, then herself', async () => {
    await terminal.layDown('huang-meiling', 'choose-patient');
    await terminal.saysInBothLanguages(({ visit: { choosePatient } }) => [
      choosePatient.title,
      choosePatient.sentence,
      choosePatient.born(2019),
      choosePatient.born(1987),
    ]);
    await terminal.press('何*桐');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('何*桐');
    const childs = await terminal.checkIn();
    await terminal.leave();

    await terminal.layDown('huang-meiling', 'choose-patient');
    await terminal.press('黄*玲');
    await terminal.sees('next-step');
    const mothers = await terminal.checkIn();
    await terminal.leave();

    expect(ticketsOf(data, 'he-yutong')).toMatchObject([{ label: childs, queue: 'paediatrics' }]);
    expect(ticketsOf(data, 'huang-meiling')).toMatchObject([{ label: mothers, queue: 'gynaecology' }]);
  });

  for (const card of ['chen-jiaxin', 'claire-martin', 'anna-schmidt']) {
    await test.step(`a permit or a foreigner’s card is as good as any: ${card}`, async () => {
      await terminal.layDown(card, 'next-step');
      await terminal.saysInBothLanguages(({ visit }) => [visit.step.only, visit.step.start]);
      const label = await terminal.checkIn();
      expect(ticketsOf(data, card)).toMatchObject([{ label, lane: 'normal' }]);
      await terminal.leave();
    });
  }

  await test.step('a finger that taps twice takes one number and one slip', async () => {
    const before = await bench.slips();
    await terminal.layDown('zhang-jianming', 'next-step');
    await terminal.button('签到，打印号票').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    const label = await terminal.number();
    await terminal.sees('ticket-printed');
    expect(ticketsOf(data, 'zhang-jianming')).toMatchObject([{ label }]);
    await terminal.leave();
    expect(await bench.slips()).toHaveLength(before.length + 1);
  });

  await test.step('two taps for a reprint are one slip more', async () => {
    const before = await bench.slips();
    await terminal.layDown('zhang-jianming', 'already-checked-in');
    await terminal.button('补打号票').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await terminal.sees('ticket-printed');
    await terminal.leave();
    expect(await bench.slips()).toHaveLength(before.length + 1);
    expect((await bench.slipText(before.length + 1)).text).toContain('补打');
  });
}
