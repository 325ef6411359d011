import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openByteStream } from '../../transport/open.ts';
import { openPtyBridge, type PtyBridge } from '../../transport/pty-bridge.ts';
import type { CodeScanner, ScannerEvent } from '../code-scanner.ts';
import { PushDevice } from '../simulator/push-device.ts';
import { saidByScanner } from '../simulator/said.ts';
import { openSerialScanner } from './open-serial-scanner.ts';

describe('a scanner on a serial line', () => {
  let folder: string;
  let device: PushDevice;
  let bridge: PtyBridge;
  let scanner: CodeScanner;
  let events: ScannerEvent[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lobby-scanner-'));
    device = await PushDevice.start();
    bridge = await openPtyBridge({ path: join(folder, 'ttyScanner'), port: device.port });
    const stream = openByteStream(`serial://${bridge.path}`, {
      baud: 9600,
      backOff: { first: 10, most: 40, goodAfter: 10_000 },
    });
    scanner = openSerialScanner({ stream, triggerOn: '16540D', triggerOff: '16550D' });
    events = [];
    scanner.onEvent((event) => events.push(event));
    await until(() => scanner.state.ready && device.state.connections > 0);
  });
  afterEach(async () => {
    await scanner.close();
    await bridge.close();
    await device.close();
    await rm(folder, { recursive: true });
  });

  const until = (holds: () => boolean): Promise<true> => vi.waitUntil(holds, { timeout: 10_000, interval: 10 });
  const codes = (): string[] => events.flatMap((event) => (event.type === 'code.scanned' ? [event.text] : []));

  test('reads codes, those of Chinese and of 4 kB included', async () => {
    device.push(saidByScanner('就诊卡8000000126'));
    await until(() => codes().length === 1);
    device.push('乱'.repeat(2000));
    await until(() => events.some((event) => event.type === 'code.trouble'));
    device.push(saidByScanner('8000000127'));
    await until(() => codes().length === 2);
    expect(codes()).toEqual(['就诊卡8000000126', '8000000127']);
    expect(events.filter((event) => event.type === 'code.trouble')).toEqual([
      { type: 'code.trouble', problem: 'code-too-long' },
    ]);
  });

  test('that is unplugged says so, is back by itself, and reads on', async () => {
    events.length = 0;
    await bridge.unplug();
    await until(() => !scanner.state.ready);
    await bridge.plugIn();
    await until(() => scanner.state.ready && device.state.connections > 0);
    device.push(saidByScanner('8000000126'));
    await until(() => codes().length === 1);
    expect(events.map(({ type }) => type).filter((type) => type === 'scanner.ready')).toHaveLength(1);
  });
});
