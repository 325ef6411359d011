import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.ts';
import { readDriverLine } from './protocol.ts';

test('lines come out whole however they were cut, and an over-long one is told once', () => {
  const text = Buffer.from(`{"type":"card.found"}\r\n${'x'.repeat(50_000)}\n\n{"type":"card.removed","名":"张"}\n`);
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 9 }), (cuts) => {
      const splitter = new LineSplitter();
      const places = [0, ...cuts.toSorted((one, other) => one - other), text.length];
      const lines = places.flatMap((place, index) => splitter.push(text.subarray(place, places[index + 1] ?? place)));
      expect(lines).toEqual(['{"type":"card.found"}', 'over-long', '{"type":"card.removed","名":"张"}']);
    }),
  );
});

test('whatever a line holds, it is a message or nothing, and of a message only what was asked for stays', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (line) => readDriverLine(line) === undefined));
  const line = {
    type: 'card.read',
    credential: { kind: 'resident-id', number: '1', address: 'a', photo: 'b' },
    more: 1,
  };
  expect(readDriverLine(JSON.stringify(line))).toEqual({
    type: 'card.read',
    credential: { kind: 'resident-id', number: '1', name: null },
  });
});
