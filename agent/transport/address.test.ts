import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

const tcp = (host: string, port: number) => ({ ok: true, address: { kind: 'tcp', host, port } });
const serial = (path: string, baud: number | null = null) => ({ ok: true, address: { kind: 'serial', path, baud } });

test.each([
  ['tcp://192.168.8.20:10001', tcp('192.168.8.20', 10_001)],
  ['tcp://reader.lobby.example:9000/', tcp('reader.lobby.example', 9000)],
  ['tcp://[::1]:9000', tcp('::1', 9000)],
  ['serial:///dev/ttyUSB0', serial('/dev/ttyUSB0')],
  ['serial:///dev/serial/by-id/reader?baud=9600', serial('/dev/serial/by-id/reader', 9600)],
  ['serial:///COM3', serial('COM3')],
  ['serial://COM12', serial('COM12')],
])('%s says where a device hangs', (text, reading) => {
  expect(readAddress(text)).toEqual(reading);
});

test.each([
  '',
  'tcp://host',
  'tcp://host:0',
  'tcp://host:65536',
  'tcp://a b:1',
  'serial://',
  'serial:///dev/x?baud=0',
  'usb:1',
  '/dev/ttyUSB0',
])('"%s" is refused with a sentence', (text) => {
  expect(readAddress(text)).toEqual({ ok: false, why: `"${text}" is not tcp://HOST:PORT or serial:///dev/tty…` });
});
