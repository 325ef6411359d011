import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestStream } from '../../transport/test-stream.ts';
import { TestTimers } from '../../transport/test-timers.ts';
import type { ScannerEvent } from '../code-scanner.ts';
import { openSerialScanner } from './open-serial-scanner.ts';

type Settings = Omit<Parameters<typeof openSerialScanner>[0], 'stream' | 'timers' | 'report'>;

/** A scanner on a line and a clock that only a test moves. */
function scannerAtWork(settings: Settings = {}) {
  const stream = new TestStream();
  const timers = new TestTimers('manual');
  const rubbish: string[] = [];
  const events: ScannerEvent[] = [];
  const scanner = openSerialScanner({ ...settings, stream, timers, report: ({ why }) => rubbish.push(why) });
  scanner.onEvent((event) => events.push(event));
  return {
    stream,
    timers,
    scanner,
    events,
    rubbish,
    /** The scanner sends this in one go and pauses. */
    scan(bytes: Uint8Array | string) {
      stream.say(bytes);
      timers.expire();
    },
    codes: () => events.flatMap((event) => (event.type === 'code.scanned' ? [event.text] : [])),
    problems: () => events.flatMap((event) => (event.type === 'code.trouble' ? [event.problem] : [])),
  };
}

describe('a QR scanner', () => {
  it.each([
    ['a carriage return', '\r'],
    ['a line feed', '\n'],
    ['both', '\r\n'],
    ['a tab', '\t'],
    ['nothing, when it pauses', ''],
  ])('may end its codes with %s', (_what, end) => {
    const { scan, codes } = scannerAtWork();
    scan(`8000000123${end}`);
    expect(codes()).toEqual(['8000000123']);
  });

  it('may put STX, ETX and a prefix of the site around them', () => {
    const { scan, codes } = scannerAtWork({ prefix: ']Q1' });
    scan('\u0002]Q18000000123\u0003\r\n');
    expect(codes()).toEqual(['8000000123']);
  });

  it('may write Chinese in UTF-8 or in GB18030', () => {
    const { scan, codes } = scannerAtWork();
    scan('就诊卡8000000123\r');
    scan(Buffer.from('bed5efbfa8380d', 'hex'));
    scan(Buffer.from('b9fab1ea0d', 'hex'));
    expect(codes()).toEqual(['就诊卡8000000123', '国标']);
  });

  it('may hand a code over byte by byte, or in any pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(27), { maxLength: 8 }), (cuts) => {
        const { stream, timers, codes } = scannerAtWork();
        const code = Buffer.from('1234567890123456789012345678\r');
        const places = [0, ...cuts.toSorted((one, other) => one - other), code.length];
        places.forEach((place, index) => stream.say(code.subarray(place, places[index + 1] ?? code.length)));
        timers.expire();
        expect(codes()).toEqual(['1234567890123456789012345678']);
      }),
    );
  });

  it('may say any bytes in any pieces, and the next code is read all the same', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 1500 }), { maxLength: 6 }), (junk) => {
        const { stream, timers, scan, codes } = scannerAtWork();
        for (const piece of junk) stream.say(piece);
        timers.expire();
        scan('8000000123\r');
        expect(codes().at(-1)).toBe('8000000123');
        expect(codes().length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('that sends 4 kB of rubbish is one trouble, and all of the rubbish is one rubbish', () => {
    const { stream, timers, scan, codes, problems, rubbish } = scannerAtWork();
    for (let piece = 0; piece < 40; piece += 1) stream.say('x'.repeat(256));
    timers.expire();
    expect(problems()).toEqual(['code-too-long']);
    expect(codes()).toEqual([]);
    scan('8000000123\r');
    expect(codes()).toEqual(['8000000123']);
    expect(rubbish).toEqual(['too-long']);
  });

  it('that sends the 4096 bytes of a large code, and not one more, has read a code', () => {
    const { scan, codes, problems } = scannerAtWork();
    scan('x'.repeat(4096));
    expect(codes()).toHaveLength(1);
    scan('x'.repeat(4097));
    expect(problems()).toEqual(['code-too-long']);
  });

  it('that reads a code of several lines has read no credential', () => {
    const { scan, codes, problems } = scannerAtWork();
    scan('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nobody\r\nEND:VCARD\r\n');
    expect(codes()).toEqual([]);
    expect(problems()).toEqual(['code-unreadable']);
  });

  it('that sends what is no text says so', () => {
    const { scan, problems } = scannerAtWork();
    scan(Uint8Array.of(0xff, 0xff, 0xff, 0x0d));
    expect(problems()).toEqual(['code-unreadable']);
  });

  it('tells a phone that is held before it once, and again when it comes back later', () => {
    const { scan, timers, codes } = scannerAtWork({ sameCodeMilliseconds: 1500 });
    for (let look = 0; look < 5; look += 1) {
      scan('8000000123\r');
      void timers.pause(900);
    }
    expect(codes()).toEqual(['8000000123']);
    void timers.pause(1600);
    scan('8000000123\r');
    scan('8000000124\r');
    scan('8000000123\r');
    expect(codes()).toEqual(['8000000123', '8000000123', '8000000124', '8000000123']);
  });

  it('that is unplugged in the middle of a code forgets the half, and reads again when it is back', () => {
    const { stream, scan, scanner, codes, events } = scannerAtWork();
    stream.say('80000');
    stream.unplug();
    expect(scanner.state).toEqual({ ready: false, why: 'unplugged' });
    stream.plugIn();
    expect(scanner.state.ready).toBe(true);
    scan('8000000124\r');
    expect(codes()).toEqual(['8000000124']);
    expect(events.map(({ type }) => type)).toEqual(['scanner.away', 'scanner.ready', 'code.scanned']);
  });

  it('that must be triggered is told to look, again and again, and to rest at the end', async () => {
    const { stream, scanner } = scannerAtWork({ triggerOn: '16540D', triggerOff: '16550D' });
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await scanner.close();
    const said = stream.written.map((bytes) => bytes.toString('hex'));
    expect(said.filter((text) => text === '16540d').length).toBeGreaterThan(1);
    expect(said.at(-1)).toBe('16550d');
  });
});
