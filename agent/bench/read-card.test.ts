import { describe, expect, onTestFinished, test } from 'vitest';
import { ptyTo } from '../readers/sdt/behaviour/at-work.ts';
import { residentCard } from '../readers/sdt/behaviour/invented-cards.ts';
import type { SimulatedCard } from '../readers/sdt/simulator/card-image.ts';
import type { ReaderFault } from '../readers/sdt/simulator/faults.ts';
import { ReaderSimulator } from '../readers/sdt/simulator/simulator.ts';
import { runAgent } from './run-agent.ts';
import { startScriptedReader, type Script } from './scripted-reader.ts';

const patience = 20_000;

/** `whenOver`: of the test itself, where several run at once. */
async function readerWith(
  card: SimulatedCard | null,
  fault: ReaderFault | null = null,
  whenOver: typeof onTestFinished = onTestFinished,
): Promise<ReaderSimulator> {
  const simulator = await ReaderSimulator.start();
  whenOver(() => simulator.close());
  if (card !== null) simulator.layDown(card);
  await simulator.breakDown(fault);
  return simulator;
}

const readJson = (device: string, timeout: string) =>
  runAgent('read-card', '--device', device, '--timeout', timeout, '--json');

describe('an installer reads a card', () => {
  test('over TCP, as one line of JSON', { timeout: patience }, async () => {
    const { address } = await readerWith(residentCard);
    const { code, stdout } = await readJson(address, '10');
    expect(JSON.parse(stdout)).toEqual(residentCard);
    expect(stdout.split('\n').length).toBe(2);
    expect(code).toBe(0);
  });

  test('over a serial line', { timeout: patience }, async () => {
    const { port } = await readerWith(residentCard);
    const { code, stdout } = await runAgent(
      'read-card',
      '--device',
      `serial://${await ptyTo(port)}`,
      '--baud',
      '9600',
      '--json',
    );
    expect(JSON.parse(stdout)).toEqual(residentCard);
    expect(code).toBe(0);
  });

  test('as text for a person', { timeout: patience }, async () => {
    const { address } = await readerWith(residentCard);
    const { code, stdout } = await runAgent('read-card', '--device', address);
    expect(stdout).toContain('姓名 Name: 张𠅤䶮\n');
    expect(code).toBe(0);
  });
});

describe.concurrent('an installer learns why there is no card', () => {
  test.for<[ReaderFault, string]>([
    ['silent', 'reader-away'],
    ['endless-bytes', 'reader-away'],
    ['never-ending-length', 'reader-away'],
    ['over-long-reply', 'reader-away'],
    ['wrong-checksum', 'reader-away'],
    ['module-fault', 'reader-away'],
    ['read-error', 'card-unreadable'],
    ['cable-cut', 'device-unreachable'],
  ])('when the fault is %s', { timeout: patience }, async ([fault, reason], test) => {
    const { address } = await readerWith(residentCard, fault, test.onTestFinished);
    const { code, stdout } = await readJson(address, '1');
    expect(JSON.parse(stdout)).toEqual({ error: { reason, message: expect.stringMatching(/^[A-Z].+\.$/) } });
    expect(code).toBe(1);
  });

  test('when none is laid down', { timeout: patience }, async ({ onTestFinished: whenOver }) => {
    const { address } = await readerWith(null, null, whenOver);
    const { code, stdout } = await readJson(address, '1');
    expect(JSON.parse(stdout)).toMatchObject({ error: { reason: 'no-card' } });
    expect(code).toBe(1);
  });

  test.each([
    ['is missing', 'serial:///dev/ttyNone', 'no such device'],
    ['is a file', `serial://${import.meta.filename}`, 'not a serial line'],
    ['is a folder', `serial://${import.meta.dirname}`, 'not a serial line'],
    ['is on a port where nobody listens', 'tcp://127.0.0.1:1', 'connection refused'],
    ['is on a host that does not exist', 'tcp://reader.invalid:4001', 'no host of that name'],
  ])('when the device %s', { timeout: patience }, async (_, device, why) => {
    const { code, stdout } = await readJson(device, '4');
    expect(JSON.parse(stdout)).toEqual({
      error: { reason: 'device-unreachable', message: `The device cannot be reached: ${why}.` },
    });
    expect(code).toBe(1);
  });

  test('when the card is of an unknown kind', { timeout: patience }, async ({ onTestFinished: whenOver }) => {
    const { address } = await readerWith({ kind: 'unknown', letter: 'Q' }, null, whenOver);
    const { code, stdout } = await readJson(address, '5');
    expect(JSON.parse(stdout)).toMatchObject({ error: { reason: 'card-not-supported' } });
    expect(code).toBe(1);
  });
});

describe('a reader of another maker is read', () => {
  const find = '0003200122';
  const select = '0003200221';
  const read = '0003300132';
  const found = 'AAAAAA9669000800009F0000000097';
  const none = 'AAAAAA9669000400008084';
  const selected = 'AAAAAA9669000C00009000000000000000009C';
  const refused = 'AAAAAA9669000400008185';

  /** The base reply, its bytes put together here once more. */
  function baseReply(status = '000090'): string {
    const text = Buffer.from(' '.repeat(128), 'utf16le');
    const fields: [number, string][] = [
      [0, residentCard.name],
      [30, '2'],
      [32, '46'],
      [36, '19491231'],
      [52, residentCard.address],
      [122, residentCard.idNumber],
      [158, residentCard.issuer],
      [188, '20150301'],
      [204, '长期'],
    ];
    for (const [offset, value] of fields) text.write(value, offset, 'utf16le');
    const counted = Buffer.concat([Buffer.from(`0508${status}01000400`, 'hex'), text, Buffer.alloc(1024, 0xaa)]);
    const sum = counted.reduce((total, byte) => total ^ byte, 0);
    return `AAAAAA9669${counted.toString('hex')}${sum.toString(16).padStart(2, '0')}`;
  }

  const good: Script = { [find]: [found], [select]: [selected], [read]: [baseReply()] };
  const noisy = `00FFAA5502AAAA${found}`;

  test.each<[string, Script]>([
    ['that answers find without data', { ...good, [find]: ['AAAAAA9669000400009F9B'] }],
    ['that finds a card at the third look only', { ...good, [find]: [none, none, found] }],
    ['that says nothing to the first look', { ...good, [find]: ['', found] }],
    ['that sends junk before its reply', { ...good, [find]: [noisy] }],
    ['that has the card selected and finds none', { ...good, [find]: [none], [select]: [refused] }],
    ['that reports the card’s own status in the first two bytes', { ...good, [read]: [baseReply('900090')] }],
    ['that spoils its first base reply', { ...good, [read]: [baseReply().slice(0, -2) + '00', baseReply()] }],
    ['that sends its reply to find twice', { ...good, [find]: [found + found] }],
    ['that repeats the request before its reply', { ...good, [select]: [`AAAAAA9669${select}${selected}`] }],
  ])('%s', { timeout: patience }, async (_what, script) => {
    const reader = await startScriptedReader(script);
    onTestFinished(() => {
      reader.close();
    });
    const { stdout, code } = await readJson(`tcp://127.0.0.1:${reader.port}`, '8');
    expect(JSON.parse(stdout)).toEqual(residentCard);
    expect(code).toBe(0);
  });
});
