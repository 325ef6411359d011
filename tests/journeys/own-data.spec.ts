import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { hl7Examples } from '../support/own-data.ts';
import { test } from './story.ts';
import { Terminal } from './terminal.ts';

const commandLine = fileURLToPath(new URL('../../hub/command-line.ts', import.meta.url));
/** Two patients of the examples have the number 12345; one of them stays at home. */
const files = hl7Examples.filter((file) => !/Patient-/.test(file) || file.endsWith('Patient-example.json'));

test('a patient of data that nobody here wrote checks in, is called and is seen on the screen', async ({ story }) => {
  const { house, data, bench } = story;
  const load = ['load', ...files, '--shift-to-today', '--json', '--hub', house.hub, '--data', data];

  await test.step('the files are loaded into the running hospital', async () => {
    const ran = spawnSync(process.execPath, [commandLine, ...load], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ taken: { Patient: 1, Appointment: 2 }, now: { today: 1 } });
  });

  const terminal = new Terminal(await story.openTerminal(), bench);
  const board = await story.openScreen('S-loaded-1');
  const number = await test.step('P*** J*** C*** holds the number of the file before the scanner', async () => {
    await bench.showCode('12345');
    await terminal.sees('next-step');
    await expect(terminal.main).toContainText('P*** J*** C***');
    const label = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    await expect(board.locator('body')).toContainText(label);
    return label;
  });

  await test.step('the desk of the loaded practitioner calls, and the screen of the loaded area shows it', async () => {
    const desk = await story.openDesk('D-loaded-1', '1002');
    await desk.locator('[data-action="next"][aria-disabled="false"]').waitFor();
    await desk.keyboard.press('Space');
    await expect(desk.locator('.serving .label')).toHaveText(number);
    await expect(board.locator('body')).toContainText('P*** J*** C***');
    await expect(board.locator('ul.rooms')).toContainText(number);
    await expect(board.locator('body')).toContainText('South Wing, second floor');
  });
});
