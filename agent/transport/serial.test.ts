import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ByteStream } from './byte-stream.ts';
import { startEchoDevice } from './echo-device.ts';
import { openByteStream } from './open.ts';
import { openPtyBridge, type PtyBridge } from './pty-bridge.ts';
import { probe } from './stream-probe.ts';

const quick = { first: 10, most: 40, goodAfter: 10_000 };

describe('a device on a serial line', () => {
  let folder: string;
  let device: Awaited<ReturnType<typeof startEchoDevice>>;
  let bridge: PtyBridge;
  let streams: ByteStream[];

  beforeEach(async () => {
    streams = [];
    folder = await mkdtemp(join(tmpdir(), 'lobby-line-'));
    device = await startEchoDevice();
    bridge = await openPtyBridge({ path: join(folder, 'ttyReader'), port: device.port });
  });
  afterEach(async () => {
    for (const stream of streams) await stream.close();
    await bridge.close();
    await device.powerOff();
    await rm(folder, { recursive: true });
  });

  const open = (path = bridge.path) => {
    const stream = openByteStream(`serial://${path}`, { baud: 115_200, backOff: quick });
    streams.push(stream);
    return stream;
  };

  test('gets every byte and gives every byte, a pty without modem lines included', async () => {
    const stream = open();
    const seen = probe(stream);
    await seen.untilOpen();
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    await stream.write(all);
    await seen.untilReceived(256);
    expect(seen.received).toEqual([...all]);
  });

  test('that is unplugged is down, and is back when it is plugged in again', async () => {
    const stream = open();
    const seen = probe(stream);
    await seen.untilOpen();
    await bridge.unplug();
    await seen.untilDown('no such device');
    await expect(stream.write(Uint8Array.of(1))).rejects.toThrow('no such device');
    await bridge.plugIn();
    await seen.untilOpen();
    await stream.write(Uint8Array.of(9));
    await seen.untilReceived(1);
    expect(seen.received).toEqual([9]);
  });

  test('that another program holds says so', async () => {
    await probe(open()).untilOpen();
    await probe(open()).untilDown('another program holds the device');
  });

  test('that is missing is a state with a reason', async () => {
    await probe(open(join(folder, 'ttyNone'))).untilDown('no such device');
  });

  test('that is no serial line at all says so', async () => {
    await probe(open('/dev/null')).untilDown('not a serial line');
  });
});
