import { waysWording } from '@lobby/kiosk/src/flows/visit/ways/wording.ts';
import { expect, test, type Story } from './story.ts';
import { asShown, Terminal, type Language } from './terminal.ts';
import { ticketsOf } from './tickets.ts';

const words = waysWording.zh;

/** What is touched on the keys of the screen. */
async function type(terminal: Terminal, text: string): Promise<void> {
  for (const key of text)
    await terminal.page.locator('[data-keys]').getByRole('button', { name: key, exact: true }).click();
  await terminal.press(words.next);
}

/** The screen says a sentence of these screens in Chinese, and after a tap in English. */
async function says(terminal: Terminal, sentence: (of: (typeof waysWording)[Language]) => string): Promise<void> {
  await expect(terminal.main).toContainText(asShown(sentence(waysWording.zh)));
  await terminal.speak('en');
  await expect(terminal.main).toContainText(asShown(sentence(waysWording.en)));
  await terminal.speak('zh');
}

test('whoever comes without a card, or for somebody else, is known and asked for whom', async ({ story }) => {
  const terminal = new Terminal(await story.openTerminal(), story.bench);
  await typesNumbers(terminal);
  await asksStaff(terminal);
  await actsForOthers(story, terminal);
});

async function typesNumbers(terminal: Terminal): Promise<void> {
  await test.step('an identity number with a slip of the finger is kept and put right', async () => {
    await terminal.press(words.ways.number.name);
    await says(terminal, ({ typing }) => typing.number.title);
    await type(terminal, '330602195403182175');
    await says(terminal, ({ problems }) => problems['number-wrong']);
    await terminal.button(words.remove).click();
    await type(terminal, '4');
    await says(terminal, ({ typing }) => typing['phone-end'].title);
    await type(terminal, '3174');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('张*明');
    await terminal.leave();
  });

  await test.step('a card’s number and the birth date; a wrong one is said without saying what was wrong', async () => {
    await terminal.press(words.ways.number.name);
    await type(terminal, '0000100232');
    await type(terminal, '19680903');
    await says(terminal, ({ problems }) => problems['not-matched']);
    await expect(terminal.main.locator('output')).toContainText('1968 - 09 - 03');
    await terminal.button(words.remove).click();
    await type(terminal, '2');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('王*英');
    await terminal.leave();
  });

  await test.step('who guesses is stopped, with an honest sentence', async () => {
    await terminal.press(words.ways.number.name);
    await type(terminal, '7777000');
    for (const guess of ['19500101', '1', '2']) {
      if (guess.length === 1) await terminal.button(words.remove).click();
      await type(terminal, guess);
      await says(terminal, ({ problems }) => problems['not-matched']);
    }
    await type(terminal, '');
    await terminal.sees('visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.visitRefused['too-many-tries']));
    await terminal.leave();
  });
}

async function asksStaff(terminal: Terminal): Promise<void> {
  await test.step('a nurse vouches with work number and password', async () => {
    await terminal.press(words.ways.number.name);
    await type(terminal, '0000100231');
    await terminal.press(words.others.staff);
    await terminal.sees('staff-approval');
    await terminal.press(words.others.password);
    await type(terminal, '3001');
    await type(terminal, 'demo-3001');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('张*明');
    await terminal.leave();
  });

  await test.step('a number of two people is a matter for staff', async () => {
    await terminal.press(words.ways.number.name);
    await type(terminal, '0000200500');
    await terminal.press(words.others.staff);
    await terminal.press(words.others.password);
    await type(terminal, '3001');
    await type(terminal, 'demo-3001');
    await terminal.sees('visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.visitRefused['ask-staff']));
    await terminal.leave();
  });
}

async function actsForOthers({ bench, data }: Story, terminal: Terminal): Promise<void> {
  await test.step('a mother checks in her child who has no card', async () => {
    await terminal.layDown('gu-wenjing', 'choose-patient');
    await says(terminal, ({ owner }) => owner.ward);
    await terminal.press('许*乐');
    await terminal.sees('next-step');
    await says(terminal, ({ acting }) => acting.before || acting.after);
    const label = await terminal.checkIn();
    await says(terminal, ({ proxy }) => proxy);
    await terminal.sees('ticket-printed');
    await terminal.leave();
    expect(ticketsOf(data, 'xu-yile')).toMatchObject([{ label, queue: 'paediatrics' }]);
    const slip = (await bench.slips()).at(-1) ?? 0;
    expect((await bench.slipText(slip)).text).toContain('代办');
  });

  await test.step('a husband acts for his wife in the ward', async () => {
    await terminal.layDown('jiang-hao', 'nothing-today');
    await terminal.press(words.somebodyElse.open);
    await says(terminal, ({ somebodyElse }) => somebodyElse.title);
    await terminal.press(words.somebodyElse.inpatient);
    await type(terminal, 'ZY26030218');
    await says(terminal, ({ problems }) => problems['wristband-unknown']);
    await terminal.button(words.remove).click();
    await type(terminal, '7');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('罗*');
    await terminal.leave();
  });

  await test.step('a brother who has never been here acts for her too, by the wristband', async () => {
    await terminal.layDown('feng-yiming', 'visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.noFileYet));
    await terminal.press(words.somebodyElse.inpatient);
    await type(terminal, 'ZY26030218');
    await says(terminal, ({ problems }) => problems['wristband-unknown']);
    await terminal.button(words.remove).click();
    await type(terminal, '7');
    await terminal.sees('choose-patient');
    await terminal.saysInBothLanguages(({ visit }) => Object.values(visit.choosePatient.confirm));
    await terminal.press('罗*');
    await terminal.sees('next-step');
    await says(terminal, ({ acting }) => acting.before || acting.after);
    await terminal.leave();
  });

  await test.step('an old lady with her husband’s card takes another one, and nothing has happened', async () => {
    await terminal.layDown('zhang-jianming', 'next-step');
    await terminal.press(words.somebodyElse.open);
    await terminal.sees('somebody-else');
    await terminal.press(words.somebodyElse.wrongCard);
    await terminal.sees('card-left');
    await bench.reader('lift');
    await terminal.sees('welcome');
    expect(ticketsOf(data, 'zhang-jianming')).toEqual([]);
  });
}
