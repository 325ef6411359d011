import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { orderOfExample, type Example } from './examples/read-example.ts';

const folder = fileURLToPath(new URL('examples', import.meta.url));
const themes = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

describe.each(themes)('%s', (file) => {
  const examples = parse(readFileSync(`${folder}/${file}`, 'utf8')) as readonly Example[];

  test.each(examples.map((example) => [example.says, example] as const))('%s', (_, example) => {
    const { order, reasons } = orderOfExample(example);
    expect(order.join(' ')).toBe(example.order);
    for (const [number, said] of Object.entries(example.reasons ?? {})) expect(reasons.get(number)).toContain(said);
  });
});

test('there are examples of at least sixty situations, each told once', () => {
  const told = themes.flatMap((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')) as readonly Example[]);
  expect(told.length).toBeGreaterThanOrEqual(60);
  expect(new Set(told.map(({ says }) => says)).size).toBe(told.length);
});
