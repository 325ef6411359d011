import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Story } from './story.ts';
import { Terminal } from './terminal.ts';

/** Tells the sandbox hospital how to behave, as an operator does; null: well, and what it owes is answered now. */
async function tellHospital({ house, data }: Story, script: object | null): Promise<void> {
  const token = readFileSync(join(data, 'hub', 'admin-token'), 'utf8').trim();
  const reply = await fetch(`${house.hub}/api/operator/hospital`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ script }),
  });
  expect(reply.status).toBe(200);
}

test('a slow hospital is waited for in peace, and one that is away is told before the card', async ({ story }) => {
  const { bench } = story;
  const page = await story.openTerminal();
  const terminal = new Terminal(page, bench);
  const waited = page.getByRole('timer');

  await test.step('the card is recognised, and the screen counts while the hospital takes its time', async () => {
    await tellHospital(story, { operations: { 'patient.find': { latencySeconds: 600 } } });
    await terminal.layDown('zhang-jianming', 'identifying');
    await expect(waited).toHaveText(/^已等 \d+ 秒$/);
    await terminal.saysInBothLanguages(({ visit }) => [visit.identifying.slow]);
    await tellHospital(story, null);
    await terminal.sees('next-step');
  });

  await test.step('so does the check-in, which is done once however often somebody taps', async () => {
    await tellHospital(story, { operations: { 'appointment.checkIn': { latencySeconds: 600 } } });
    await terminal.press('签到，打印号票');
    await expect(waited).toHaveText(/^已等 \d+ 秒$/);
    await terminal.saysInBothLanguages(({ checkIn }) => [checkIn.checkingIn.slow]);
    await tellHospital(story, null);
    expect(await terminal.number()).toMatch(/^A\d{3}$/);
    await terminal.leave();
  });

  await test.step('a hospital that does not answer is left alone, and the first screen says so', async () => {
    await tellHospital(story, { outages: [{}] });
    const notice = terminal.main.getByText(/没有回应，现在可能办不了|has not answered since/);
    for (let card = 0; card < 6 && !(await notice.isVisible()); card += 1) {
      await terminal.layDown('wang-xiuying', 'visit-refused');
      await terminal.leave();
    }
    await expect(notice).toContainText('从 08:52 起');
    await terminal.speak('en');
    await expect(notice).toContainText('since 08:52');
    await terminal.speak('zh');
    await terminal.layDown('wang-xiuying', 'visit-refused');
    await terminal.saysInBothLanguages(({ visit }) => [
      visit.visitRefused['hospital-unavailable'].title,
      visit.awaySince('08:52'),
    ]);
    await terminal.leave();
  });
});
