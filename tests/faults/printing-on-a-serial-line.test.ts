import { openEscposPrinter } from '@lobby/agent/printers/escpos/escpos-printer.ts';
import { EscposSimulator } from '@lobby/agent/printers/escpos/simulator/index.ts';
import type { ByteStream } from '@lobby/agent/transport/byte-stream.ts';
import { openByteStream } from '@lobby/agent/transport/open.ts';
import { openPtyBridge, type PtyBridge } from '@lobby/agent/transport/pty-bridge.ts';
import type { SlipPrinter } from '@lobby/agent/printers/slip-printer.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const slip = { title: '绍城医院', big: 'A012', lines: [{ label: '姓名', value: '䶮*明' }], qr: 'https://医院.example' };
const bridged = spawnSync('socat', ['-V']).error === undefined;

describe.skipIf(!bridged)('a printer on a serial line', () => {
  let folder: string;
  let simulator: EscposSimulator;
  let bridge: PtyBridge;
  let stream: ByteStream;
  let printer: SlipPrinter;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lobby-serial-'));
    simulator = new EscposSimulator();
    bridge = await openPtyBridge({ path: join(folder, 'tty'), port: await simulator.listen() });
    stream = openByteStream(`serial://${bridge.path}`, { backOff: { first: 20, most: 50, goodAfter: 0 } });
    printer = openEscposPrinter({ stream, columns: 48, timing: { watch: 0 } });
    await becomes(true);
  });

  afterAll(async () => {
    await printer.close();
    await bridge.close();
    await simulator.close();
    rmSync(folder, { recursive: true });
  });

  function becomes(open: boolean): Promise<void> {
    if (stream.state.open === open) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = stream.onState((state) => {
        if (state.open !== open) return;
        stop();
        resolve();
      });
    });
  }

  test('prints every byte value that a picture has', async () => {
    expect((await printer.print(slip)).outcome).toBe('printed');
    expect(simulator.complaints).toEqual([]);
    expect(simulator.slips.at(-1)?.codes).toEqual([slip.qr]);
  });

  test('is unplugged while it prints: unknown; refused while it is away; printed when it is back', async () => {
    simulator.setFaults({ noConfirmation: true });
    const stopPulling = simulator.onSlip(() => void bridge.unplug());
    expect(await printer.print(slip)).toMatchObject({ outcome: 'unknown', problem: 'offline' });
    stopPulling();
    await becomes(false);
    expect(await printer.print(slip)).toMatchObject({ outcome: 'refused', problem: 'offline' });
    simulator.clearFaults();
    await bridge.plugIn();
    await becomes(true);
    expect((await printer.print(slip)).outcome).toBe('printed');
  });
});
