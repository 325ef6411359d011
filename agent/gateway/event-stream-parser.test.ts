import { expect, test } from 'vitest';
import { EventStreamParser } from './event-stream-parser.ts';

const stream = 'retry: 1000\n\nid: 7\nevent: here\ndata: {}\n\n: a comment\n\nevent: beat\ndata: {"at":"now"}\n\n';
const events = [
  { id: '7', name: 'here', data: '{}' },
  { id: undefined, name: 'beat', data: '{"at":"now"}' },
];

test('events are found wherever the stream is cut', () => {
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const parser = new EventStreamParser();
    expect([...parser.take(stream.slice(0, cut)), ...parser.take(stream.slice(cut))]).toEqual(events);
  }
});

test('an event without an end is refused before it fills the memory', () => {
  const parser = new EventStreamParser();
  expect(() => {
    for (let n = 0; n < 300; n += 1) parser.take('x'.repeat(1024));
  }).toThrow('no end');
});
