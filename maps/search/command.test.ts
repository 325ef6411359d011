import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { search } from './command.ts';

// Each opens the whole map of a hospital.
vi.setConfig({ testTimeout: 60_000 });

const demo = new URL('../venues/demo', import.meta.url).pathname;
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const way of ['log', 'error'] as const) {
    vi.spyOn(console, way).mockImplementation((text: string) => void said.push(text));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('maps search prints ranked places with their floors as signed', async () => {
  expect(await search([demo, '骨科', '--limit', '3', '--json'])).toBe(0);
  const { places } = JSON.parse(said.join('\n')) as { readonly places: readonly Record<string, unknown>[] };
  expect(places).toHaveLength(3);
  expect(places[0]).toMatchObject({ name: { zh: '骨科', en: 'Orthopaedics' }, level: { sign: { zh: '2' } } });
});

it('a query of several words needs no quotes', async () => {
  expect(await search([demo, 'blood', 'test', '--lang', 'en', '--limit', '1'])).toBe(0);
  expect(said.join('\n')).toMatch(/Blood draw/);
});

it('what is not found ends with 1, what makes no sense with 2', async () => {
  expect(await search([demo, 'qqqqqq'])).toBe(1);
  expect(await search([demo])).toBe(2);
  expect(await search([demo, '骨科', '--limit', 'many'])).toBe(2);
  expect(await search([demo, '骨科', '--lang', 'fr'])).toBe(2);
  expect(await search(['/no/such/map', '骨科'])).toBe(1);
  expect(said.filter((line) => line.includes('usage')).map((line) => line.split('\n')[0])).toEqual([
    'Nothing is said to be searched for.',
    '--limit wants a number from 1 to 1000, not many.',
    'fr is no language of the product; there are zh and en.',
  ]);
});

it('no map is an error in JSON where that is wanted, and help is none', async () => {
  expect(await search(['/no/such/map', '骨科', '--json'])).toBe(1);
  expect(JSON.parse(said.pop() ?? '')).toEqual({ error: { reason: 'no-map', message: expect.any(String) } });
  expect(await search(['--help'])).toBe(0);
});
