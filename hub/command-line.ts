import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { deviceKinds, type DeviceKind } from './contract/index.ts';

const usage = `What an operator asks of a running hub.

  npm run -s hub -- issue-code --kind terminal|screen|desk --id ID
      A one-time code, good for 15 minutes, that enrols this device.

  --hub URL    where the hub runs (LOBBY_HUB, else http://127.0.0.1:3000)
  --data DIR   its data folder (LOBBY_DATA, else ./data)`;

type Wish =
  | { readonly ok: true; readonly kind: DeviceKind; readonly id: string; readonly hub: string; readonly data: string }
  | { readonly ok: false; readonly sentence: string };

const wish = readWish(process.argv.slice(2));
if (wish.ok) process.exitCode = await printCode(wish);
else {
  console.error(`${wish.sentence}\n\n${usage}`);
  process.exitCode = 2;
}

function readWish(words: readonly string[]): Wish {
  try {
    const text = { type: 'string' } as const;
    const options = { kind: text, id: text, hub: text, data: text };
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    if (positionals.length !== 1 || positionals[0] !== 'issue-code') return { ok: false, sentence: 'Say what to do.' };
    const kind = deviceKinds.find((known) => known === values.kind);
    if (kind === undefined) return { ok: false, sentence: `--kind must be one of ${deviceKinds.join(', ')}.` };
    if (values.id === undefined || values.id === '') return { ok: false, sentence: '--id must name the device.' };
    const hub = values.hub ?? process.env['LOBBY_HUB'] ?? 'http://127.0.0.1:3000';
    const data = values.data ?? process.env['LOBBY_DATA'] ?? 'data';
    return { ok: true, kind, id: values.id, hub, data };
  } catch (error) {
    return { ok: false, sentence: error instanceof Error ? error.message : String(error) };
  }
}

/** Asks the running hub, so that it is the one that writes. Exit code. */
async function printCode(asked: Extract<Wish, { ok: true }>): Promise<number> {
  const file = join(asked.data, 'hub', 'admin-token');
  const token = readToken(file);
  if (token === undefined) {
    console.error(`${file} cannot be read: start the hub first, and run this as somebody who may read its data.`);
    return 1;
  }
  try {
    const reply = await fetch(new URL('/api/operator/codes', asked.hub), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: asked.kind, id: asked.id }),
      signal: AbortSignal.timeout(10_000),
    });
    return sayReply(await reply.json(), asked);
  } catch {
    console.error(`No hub answers at ${asked.hub}.`);
    return 1;
  }
}

function sayReply(reply: unknown, asked: { readonly kind: DeviceKind; readonly id: string }): number {
  if (typeof reply === 'object' && reply !== null && 'code' in reply && typeof reply.code === 'string') {
    console.log(reply.code);
    return 0;
  }
  const why = typeof reply === 'object' && reply !== null && 'reason' in reply ? String(reply.reason) : 'no code came';
  console.error(`No code for ${asked.kind} ${asked.id}: ${why}.`);
  return 1;
}

function readToken(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
