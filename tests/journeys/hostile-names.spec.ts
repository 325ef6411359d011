import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, mondayMorning, test, type Story } from './story.ts';
import { Terminal } from './terminal.ts';

/** Control bytes, and marks that turn the direction of what follows. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Names as a hospital's own data may hold them, and what of each may be seen. */
const loaded = [
  { code: '7001', name: `张${'建'.repeat(58)}明`, masked: '张******明' },
  { code: '7002', name: '=HYPERLINK("http://elsewhere.example","点这里")', masked: 'H******)' },
  { code: '7003', name: '😀\u202e=1+1 محمد علي', masked: '1*** م*** ع***' },
  { code: '7004', name: `Z${'\u0335\u0301\u0334'.repeat(20)}algo 👨‍👩‍👧`, masked: 'Ź\u0335\u0334***' },
] as const;

test('a name with markup, direction marks or rare characters is a name like any other', async ({ story }) => {
  const { bench } = story;
  const terminal = new Terminal(await story.openTerminal(), bench);
  const board = await story.openScreen();
  loadNames(story);
  const desk = await story.openDesk(2, '1002');
  const shows = async (page: Page, text: string): Promise<void> => {
    await expect(page.locator('body')).toContainText(text);
    expect(await page.locator('body').innerText()).not.toMatch(unseen);
    expect(await page.locator('body i, body script:not([type="module"]):not([nonce])').count()).toBe(0);
  };

  const label = await test.step('马<i>…明: on terminal, slip, board and desk', async () => {
    await terminal.layDown('ma-ming', 'next-step');
    await shows(terminal.page, '马***明');
    const number = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    const { text } = await bench.slipText(1);
    expect(text).toContain(number);
    expect(text).toContain('马***明');
    await shows(board, number);
    await shows(board, '马***明');
    await shows(desk, '马***明');
    await terminal.leave();
    return number;
  });

  await test.step('周䶮𠅤: a character beyond the basic plane', async () => {
    const eyes = await story.openScreen(10);
    await terminal.layDown('zhou-nan', 'next-step');
    await shows(terminal.page, '周*𠅤');
    const number = await terminal.checkIn();
    await terminal.sees('ticket-printed');
    // The hospital's own queue calls in this hall: the board has rooms and calls, and the number among the next.
    await shows(eyes, number);
    await terminal.leave();
    await eyes.close();
  });

  await test.step('李㛃', async () => {
    await terminal.layDown('li-yu', 'next-step');
    await shows(terminal.page, '李*');
    await terminal.checkIn();
    await terminal.sees('ticket-printed');
    await terminal.leave();
  });

  const other = await story.openScreen('S-loaded-1');
  // A desk can be opened once somebody waits.
  let doctor: Page | undefined;
  for (const { code, masked } of loaded) {
    await test.step(`loaded: ${code}`, async () => {
      await bench.showCode(code);
      await terminal.sees('next-step');
      await shows(terminal.page, masked);
      const number = await terminal.checkIn();
      await terminal.sees('ticket-printed');
      const slip = (await bench.slips()).at(-1) ?? 0;
      const { text } = await bench.slipText(slip);
      expect(text).toContain(number);
      expect(text).not.toMatch(/HYPERLINK|=1|\u202e|建建/);
      await shows(other, masked);
      doctor ??= await story.openDesk('D-loaded-1', '1001');
      await shows(doctor, masked);
      await fits(other, doctor, terminal.page);
      await terminal.leave();
    });
  }
  await other.close();
  await doctor?.close();

  await test.step('马<i>…明 is called', async () => {
    const serving = desk.locator('.serving .label');
    const mayCall = desk.locator('[data-action="next"][aria-disabled="false"]');
    for (let called = ''; called !== label; called = (await serving.textContent()) ?? '') {
      await mayCall.waitFor();
      await desk.keyboard.press('Space');
      await expect(serving).not.toHaveText(called);
    }
    await shows(desk, '马***明');
    await expect(board.locator('ul.rooms')).toContainText(label);
    await shows(board, '马***明');
  });

  expect(await bench.complaints()).toEqual([]);
});

/** No name makes a page wider than its panel. */
async function fits(...pages: readonly Page[]): Promise<void> {
  for (const page of pages)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** A file of patients with these names, each with an appointment of one doctor, loaded into the running hospital. */
function loadNames({ house, data }: Story): void {
  const file = join(data, 'names.json');
  const resources = loaded.flatMap(({ code, name }) => [
    { resourceType: 'Patient', id: `p-${code}`, identifier: [{ value: code }], name: [{ text: name }] },
    {
      resourceType: 'Appointment',
      id: `a-${code}`,
      status: 'booked',
      start: mondayMorning,
      end: '2026-03-02T09:12:00+08:00',
      participant: [
        { actor: { reference: `Patient/p-${code}` }, status: 'accepted' },
        { actor: { reference: 'Practitioner/names' }, status: 'accepted' },
      ],
    },
  ]);
  const doctor = { resourceType: 'Practitioner', id: 'names', name: [{ text: '金沐阳' }] };
  const entry = [doctor, ...resources].map((resource) => ({ resource }));
  writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
  const commandLine = fileURLToPath(new URL('../../hub/command-line.ts', import.meta.url));
  const load = spawnSync(process.execPath, [commandLine, 'load', file, '--hub', house.hub, '--data', data]);
  expect(load.status).toBe(0);
}
