import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDecoders } from '@lobby/agent/readers/external/decoders.ts';
import { openExternalReader } from '@lobby/agent/readers/external/external-reader.ts';
import { expect, it, onTestFinished } from 'vitest';
import { standInHub } from './gateway-stand-in-hub.ts';
import { openPage, startTerminal, until } from './gateway-terminal.ts';

const OPEN = 'POST /api/terminal/visits';
const known = '2833060468090204800000000017';
const unknown = '2899999999999999999999999999';
const person = { number: '330602195403182174', name: '张建明' };
const example = fileURLToPath(new URL('../../agent/readers/external/example/driver.py', import.meta.url));

/** A card reader of a vendor that finds an insurance code on a card, and lifts it when the next one is there. */
const reader = (codes: readonly string[]): string => `
  import { createInterface } from 'node:readline';
  const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
  const codes = ${JSON.stringify(codes)};
  const show = () => {
    const number = codes.shift();
    if (number === undefined) return;
    say({ type: 'card.found' });
    say({ type: 'card.read', credential: { kind: 'insurance-code', number, name: null } });
    say({ type: 'card.removed' });
  };
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { type, id } = JSON.parse(line);
    if (type === 'hello') say({ type: 'ready', protocol: 1 });
    if (type === 'ping') { say({ type: 'pong', id }); show(); }
    if (type === 'close') process.exit(0);
  });
`;

it('an insurance code on a card is decoded as one that was scanned, and passed on as it is where nobody knows it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lobby-driver-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'reader.mjs'), reader([known, unknown]));
  writeFileSync(join(folder, 'vouchers.json'), JSON.stringify({ [known]: person }));
  const decoders = openDecoders([
    {
      codes: ['insurance-code'],
      command: ['python3', example, 'decoder', join(folder, 'vouchers.json')],
      answerMilliseconds: 4_000,
    },
  ]);
  onTestFinished(() => decoders.close());
  await until(() => decoders.ready);
  const timing = { ready: 5_000, ping: 400, pong: 5_000, farewell: 500 };
  const command = [process.execPath, join(folder, 'reader.mjs')];
  const cards = openExternalReader({
    command,
    timing: { ...timing, firstPause: 20, longestPause: 80, goodRun: 60_000 },
  });
  onTestFinished(() => cards.close());
  const hub = await standInHub();
  onTestFinished(() => hub.stop());
  const terminal = await startTerminal({
    hub,
    codes: { reader: cards, codes: { decode: (credential) => decoders.decode(credential) } },
  });
  onTestFinished(() => terminal.close());
  const page = await openPage(terminal.gateway.address);
  onTestFinished(() => page.leave());
  await until(() => hub.heardAt(OPEN).length === 2);
  expect(hub.heardAt(OPEN).map(({ body }) => body)).toMatchObject([
    { credential: { kind: 'resident-id', ...person } },
    { credential: { kind: 'insurance-code', number: unknown, name: null } },
  ]);
  expect(terminal.log.join('\n')).not.toContain('28330604');
}, 20_000);
