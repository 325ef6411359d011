import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRefusal, HttpHub } from './http-hub.ts';

const program = fileURLToPath(new URL('../../hub/command-line.ts', import.meta.url));
const oneTime = /^[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{2}$/;

let hub: HttpHub;
beforeAll(async () => {
  hub = await HttpHub.start();
}, 90_000);
afterAll(() => hub.stop());

/** The command as an operator types it on the hub's machine. */
const run = (...words: readonly string[]) => runAt({ hub: hub.url, data: hub.data }, ...words);

async function runAt(where: { readonly hub: string; readonly data: string }, ...words: readonly string[]) {
  const child = spawn(process.execPath, [program, ...words, '--hub', where.hub, '--data', where.data]);
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: code as number | null, said: said.trim(), complained: complained.trim() };
}

const login = (password: string) => hub.post('/api/staff/login', { workNo: '3107', password });

test('an account is made, changed and closed from the command line; its one-time password stands alone on a line', async () => {
  const made = await run('staff', 'add', '--number', '3107', '--name', '顾念', '--latin', 'Gu Nian', '--role', 'nurse');
  expect(made).toMatchObject({ code: 0, said: expect.stringMatching(oneTime) });
  expect(made.complained).toBe('A one-time password: it is shown this once, and changed at the first login.');
  expectRefusal(await login(made.said), 403, 'new-password-needed');

  const again = await run('staff', 'add', '--number', '3107', '--name', '顾念', '--role', 'nurse');
  expect(again).toEqual({ code: 1, said: '', complained: 'This work number has an account already.' });
  expect(await run('staff', 'role', '--number', '3107', '--role', 'cashier')).toMatchObject({ code: 0, said: 'Done.' });
  const reset = await run('staff', 'reset-password', '--number', '3107');
  expect(reset).toMatchObject({ code: 0, said: expect.stringMatching(oneTime) });
  expect(reset.said).not.toBe(made.said);
  for (const word of ['disable', 'enable', 'unlock'])
    expect(await run('staff', word, '--number', '3107')).toEqual({ code: 0, said: 'Done.', complained: '' });
}, 60_000);

test('a refusal is a sentence without the name of anybody', async () => {
  const unknown = await run('staff', 'disable', '--number', '3999');
  expect(unknown).toEqual({ code: 1, said: '', complained: 'There is no account with this work number.' });
  const demo = await run('staff', 'reset-password', '--number', '3001');
  expect(demo).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(/^Demo accounts come from/) });
  expect(demo.complained).not.toMatch(/沈秀兰|Shen Xiulan/);
}, 30_000);

test('wrong words are told apart from a refusal', async () => {
  const wrong = async (...words: readonly string[]) => {
    const { code, said, complained } = await run('staff', ...words);
    expect({ code, said }).toEqual({ code: 2, said: '' });
    return complained;
  };
  expect(await wrong()).toMatch(/^Say what to do with an account: add, role,/);
  expect(await wrong('burn', '--number', '3107')).toMatch(/^Say what to do with an account/);
  expect(await wrong('add', '--number', '3108')).toMatch(/^add needs --number, --name and --role; a role is one of/);
  expect(await wrong('role', '--number', '3001', '--role', 'king')).toMatch(/^role needs --number and --role/);
  expect(await wrong('disable')).toMatch(/^disable needs --number/);
}, 30_000);

test('a self-test of one terminal or of all is started, that of one which the site does not have is not', async () => {
  const one = await run('self-test', '--terminal', 'K01');
  expect(one).toMatchObject({
    code: 0,
    complained: '',
    said: expect.stringMatching(/^Started at K01\. Lay the test card/),
  });
  expect(await run('self-test', '--terminal', 'K99')).toEqual({
    code: 1,
    said: '',
    complained: 'The site has no such terminal.',
  });
  expect((await run('self-test')).said).toMatch(/^Started at K01/);
}, 30_000);

test('without a hub, or without the right to read its token, an operator is told so', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'lobby-no-hub-'));
  const unlock = ['staff', 'unlock', '--number', '3001'];
  const told = await runAt({ hub: hub.url, data: elsewhere }, ...unlock);
  rmSync(elsewhere, { recursive: true });
  expect(told).toMatchObject({ code: 1, said: '', complained: expect.stringMatching(/start the hub first/) });
  const nowhere = { hub: 'http://127.0.0.1:9', data: hub.data };
  const complained = 'No hub answers at http://127.0.0.1:9.';
  expect(await runAt(nowhere, 'self-test')).toEqual({ code: 1, said: '', complained });
  expect(await runAt(nowhere, ...unlock)).toEqual({ code: 1, said: '', complained });
}, 30_000);
