import { expect, onTestFinished, test, vi } from 'vitest';
import { passportZone } from '../readers/mrz/simulator/draw-zone.ts';
import { PushDevice } from '../scanners/simulator/push-device.ts';
import { saidByPassportReader, saidByScanner, saidByStripeReader } from '../scanners/simulator/said.ts';
import { runAgent } from './run-agent.ts';

vi.setConfig({ testTimeout: 30_000 });
const site = ['--site', 'config/sites/demo'];

/** Reads with the command while something is shown to the device as soon as the command listens. */
async function readWhile(bytes: string | null, ...args: string[]) {
  const device = await PushDevice.start();
  onTestFinished(() => device.close());
  device.onChange(() => {
    if (device.state.connections > 0 && bytes !== null) device.push(bytes);
  });
  const { code, stdout } = await runAgent('read-card', '--device', device.address, '--timeout', '5', '--json', ...args);
  return { code, said: JSON.parse(stdout) };
}

const zone = passportZone({
  family: 'Tanaka',
  given: 'Yuki',
  issuer: 'JPN',
  nationality: 'JPN',
  number: 'TK1234567',
  birthDate: '1991-08-15',
  sex: 'female',
  validTo: '2031-05-05',
});

test.each([
  ['scanner', saidByScanner('EHC330602ABCDEF:1'), { kind: 'health-code', number: 'EHC330602ABCDEF', name: null }],
  ['stripe', saidByStripeReader('8000000126'), { kind: 'hospital-card', number: '8000000126', name: null }],
  ['passport', saidByPassportReader(zone), { kind: 'passport', number: 'TK1234567', name: 'TANAKA YUKI' }],
  ['scanner', saidByScanner('LOBBY:B:23456789.ABCDEFGHJKMNPQRSTUVW'), { kind: 'staff-badge' }],
])('an installer sees what a %s has read and what it means here', async (kind, bytes, expected) => {
  expect(await readWhile(bytes, '--kind', kind, ...site)).toEqual({ code: 0, said: expected });
});

test('an installer learns why a code opens nothing, and that nothing was shown', async () => {
  const payment = await readWhile(saidByScanner('134567890123456789'), '--kind', 'scanner');
  expect(payment).toMatchObject({ code: 1, said: { error: { reason: 'payment-code' } } });
  const nothing = await readWhile(null, '--kind', 'scanner', '--timeout', '1');
  expect(nothing).toMatchObject({ code: 1, said: { error: { reason: 'no-card' } } });
  const { code, stdout } = await runAgent(
    'read-card',
    '--device',
    'tcp://127.0.0.1:1',
    '--kind',
    'stripe',
    '--timeout',
    '1',
    '--json',
  );
  expect({ code, said: JSON.parse(stdout) }).toMatchObject({
    code: 1,
    said: { error: { reason: 'device-unreachable' } },
  });
});
