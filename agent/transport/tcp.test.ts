import { afterEach, describe, expect, test } from 'vitest';
import type { ByteStream } from './byte-stream.ts';
import { startEchoDevice } from './echo-device.ts';
import { openByteStream } from './open.ts';
import { probe } from './stream-probe.ts';
import { TestTimers } from './test-timers.ts';

let ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

function open(port: number): ByteStream {
  const stream = openByteStream(`tcp://127.0.0.1:${port}`, { timers: new TestTimers() });
  ends.push(() => stream.close());
  return stream;
}

async function echoDevice(port = 0) {
  const device = await startEchoDevice(port);
  ends.push(() => device.powerOff().catch(() => undefined));
  return device;
}

describe('a device on TCP', () => {
  test('gets every byte and gives every byte', async () => {
    const stream = open((await echoDevice()).port);
    const seen = probe(stream);
    await seen.untilOpen();
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    await stream.write(all);
    await seen.untilReceived(256);
    expect(seen.received).toEqual([...all]);
  });

  test('that loses its power is down, takes nothing, and is back by itself', async () => {
    const device = await echoDevice();
    const stream = open(device.port);
    const seen = probe(stream);
    await seen.untilOpen();
    await device.powerOff();
    await seen.untilDown('connection refused');
    await expect(stream.write(Uint8Array.of(1))).rejects.toThrow('is down: connection refused');
    await echoDevice(device.port);
    await seen.untilOpen();
    await stream.write(Uint8Array.of(7));
    await seen.untilReceived(1);
    expect(seen.received).toEqual([7]);
  });

  test('that was never there is a state with a reason', async () => {
    const device = await startEchoDevice();
    await device.powerOff();
    const stream = open(device.port);
    expect(stream.state).toEqual({ open: false, why: 'not open yet' });
    await probe(stream).untilDown('connection refused');
  });

  test('is left alone after the stream is closed', async () => {
    const stream = open((await echoDevice()).port);
    await probe(stream).untilOpen();
    await stream.close();
    expect(stream.state).toEqual({ open: false, why: 'closed' });
    await expect(stream.write(Uint8Array.of(1))).rejects.toThrow('closed');
  });
});

test('an address that is none is a stream that stays down and says why', async () => {
  const stream = openByteStream('usb:1', { timers: new TestTimers() });
  ends.push(() => stream.close());
  await probe(stream).untilDown('"usb:1" is not tcp://HOST:PORT or serial:///dev/tty…');
});
