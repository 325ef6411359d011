import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preamble } from './constants.ts';
import { frameOf } from './frame.ts';
import { FrameParser, type ParserEvent } from './parser.ts';

const bodies = fc.uint8Array({ minLength: 2, maxLength: 40 });
const junk = fc.uint8Array({ maxLength: 30 }).filter((bytes) => {
  // Junk that holds a preamble, or begins one that the next frame ends, is a frame that breaks; see below.
  return Buffer.concat([bytes, preamble]).indexOf(preamble) === bytes.length;
});

const framesOf = (events: readonly ParserEvent[]) =>
  events.flatMap((event) => (event.type === 'frame' ? [[...event.body]] : []));
const rubbishOf = (events: readonly ParserEvent[]) =>
  events.reduce((sum, event) => sum + (event.type === 'rubbish' ? event.bytes : 0), 0);

/** Feeds bytes in pieces; cuts are places from 0 to 1. */
function feed(parser: FrameParser, bytes: Uint8Array, cuts: readonly number[]): ParserEvent[] {
  const places = [...cuts.map((cut) => Math.floor(cut * bytes.length)), bytes.length].sort((one, other) => one - other);
  return places.flatMap((place, index) => parser.push(bytes.subarray(places[index - 1] ?? 0, place)));
}

const cutting = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 });

describe('frames come out of the line', () => {
  test('whatever junk stands between them and wherever the chunks are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(junk, bodies), { minLength: 1, maxLength: 6 }), cutting, (parts, cuts) => {
        const bytes = Buffer.concat(parts.flatMap(([noise, body]) => [noise, frameOf(body)]));
        const events = feed(new FrameParser(), bytes, cuts);
        expect(framesOf(events)).toEqual(parts.map(([, body]) => [...body]));
        expect(rubbishOf(events)).toBe(parts.reduce((sum, [noise]) => sum + noise.length, 0));
      }),
    );
  });

  test('one byte at a time', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const parser = new FrameParser();
        const events = [...frameOf(body)].flatMap((byte) => parser.push(Uint8Array.of(byte)));
        expect(events).toEqual([{ type: 'frame', body }]);
      }),
    );
  });

  test('with a preamble, or a whole frame, inside a photo', () => {
    const photo = Buffer.concat([preamble, frameOf(Uint8Array.of(1, 2, 3)), preamble]);
    expect(framesOf(new FrameParser().push(frameOf(photo)))).toEqual([[...photo]]);
  });

  test('after extra AA', () => {
    const events = new FrameParser().push(
      Buffer.concat([Buffer.from([0xaa, 0xaa]), frameOf(Uint8Array.of(0, 0, 0x90))]),
    );
    expect(events).toEqual([
      { type: 'rubbish', why: 'noise', bytes: 2 },
      { type: 'frame', body: Uint8Array.of(0, 0, 0x90) },
    ]);
  });
});

describe('a broken frame', () => {
  const good = Uint8Array.of(0, 0, 0x90);

  test.each([0, 1, 2, 2401, 0xffff])('of length %i is dropped and the next one found', (length) => {
    const broken = Buffer.concat([preamble, Buffer.from([length >> 8, length & 0xff]), Buffer.from([7, 7])]);
    const events = new FrameParser().push(Buffer.concat([broken, frameOf(good)]));
    expect(events[0]).toEqual({ type: 'rubbish', why: 'length', bytes: 1 });
    expect(framesOf(events)).toEqual([[...good]]);
  });

  test('with a wrong checksum is reported, and what it swallowed is found', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 255 }), fc.nat(), (body, flip, place) => {
        const broken = Uint8Array.from(frameOf(body));
        const at = 7 + (place % (broken.length - 7));
        broken[at] = (broken[at] ?? 0) ^ flip;
        const parser = new FrameParser();
        const events = [...parser.push(Buffer.concat([broken, frameOf(good)])), ...parser.giveUp()];
        expect(events[0]).toEqual({ type: 'rubbish', why: 'checksum', bytes: 1 });
        expect(framesOf(events)).toEqual([[...good]]);
      }),
    );
  });

  test('that never ends gives what it swallowed when the line goes quiet', () => {
    const parser = new FrameParser();
    const endless = Buffer.concat([preamble, Buffer.from([0x09, 0x60]), frameOf(good)]);
    expect(parser.push(endless)).toEqual([]);
    expect(parser.inFrame).toBe(true);
    expect(framesOf(parser.giveUp())).toEqual([[...good]]);
    expect(parser.inFrame).toBe(false);
  });
});

test('any bytes at all are either a frame or counted as rubbish', () => {
  const nearly = fc.array(fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constant(preamble), bodies.map(frameOf)), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(nearly, cutting, (parts, cuts) => {
      const bytes = Buffer.concat(parts);
      const parser = new FrameParser();
      const events = [...feed(parser, bytes, cuts), ...parser.giveUp(), ...parser.clear()];
      const framed = framesOf(events).reduce((sum, body) => sum + body.length + 8, 0);
      expect(framed + rubbishOf(events)).toBe(bytes.length);
    }),
  );
});
