import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lacking } from './old-browsers.ts';

/* What screens are made of, read: whatever came to Chromium after 88 is filled in, or is not missed. */

const root = fileURLToPath(new URL('../../..', import.meta.url));
const sources = sourcesFrom(['kiosk/src/routes/display/+page.svelte', 'kiosk/src/routes/+layout.svelte']);

/** Of the language and the browser; the Chromium that has it first. */
const newInScripts: readonly (readonly [string, RegExp, number])[] = [
  ['at', /\.at\(/, 92],
  ['randomUUID', /\brandomUUID\(/, 92],
  ['hasOwn', /\bObject\.hasOwn\(/, 93],
  ['findLast', /\.findLast\(/, 97],
  ['findLastIndex', /\.findLastIndex\(/, 97],
  ['structuredClone', /\bstructuredClone\(/, 98],
  ['timeout', /\bAbortSignal\.timeout\(/, 103],
  ['checkVisibility', /\.checkVisibility\(/, 105],
  ['toSorted', /\.toSorted\(/, 110],
  ['toReversed', /\.toReversed\(/, 110],
  ['toSpliced', /\.toSpliced\(/, 110],
  ['with', /\.with\(\d/, 110],
  ['isWellFormed', /\.(isWellFormed|toWellFormed)\(/, 111],
  ['startViewTransition', /\bstartViewTransition\(/, 111],
  ['a flag of expressions', /\/[a-z]*[vd][a-z]*\.(test|exec)\(/, 112],
  ['showPopover', /\b(show|hide|toggle)Popover\(/, 114],
  ['any', /\bAbortSignal\.any\(/, 116],
  ['groupBy', /\b(Map|Object)\.groupBy\(/, 117],
  ['withResolvers', /\bPromise\.(withResolvers|try)\(/, 119],
  ['fromAsync', /\bArray\.fromAsync\(/, 121],
  ['sets', /\.(union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/, 122],
  ['iterators', /\.(values|keys|entries)\(\)\s*\.(map|filter|some|every|find|reduce|flatMap|take|drop|toArray)\(/, 122],
  ['escape', /\bRegExp\.escape\(/, 136],
  ['Temporal', /\bTemporal\./, 144],
];

const newInStyles: readonly (readonly [RegExp, number])[] = [
  [/overflow(-[xy])?: .*\bclip\b/, 90],
  [/accent-color:/, 93],
  [/scrollbar-gutter:/, 94],
  [/@layer/, 99],
  [/^\s*(translate|rotate|scale):/, 104],
  [/:has\(/, 105],
  [/@container|[\d.]cq[whib]/, 105],
  [/[\d.][dsl]v[hw]\b/, 108],
  [/[\d.]r?lh\b/, 109],
  [/color-mix\(|\b(ok)?(lab|lch)\(|\b(sin|cos|tan|atan2)\(/, 111],
  [/text-wrap/, 114],
  [/subgrid|@starting-style/, 117],
  [/light-dark\(/, 123],
  [/\b(round|mod|rem)\(/, 125],
];

/** Nothing is lost where these are not understood: lines of unequal length, a number that stands a little higher. */
const notMissed = [/^text-wrap: (balance|pretty);$/, /^li \.count:has\(\+ \.wait:empty\) \{$/];

test('the sources of screens are found, with the plan among them', () => {
  expect([...sources.keys()].filter((path) => path.startsWith('display/')).length).toBeGreaterThan(30);
  expect(sources.has('display/guide/plan/floor-plan.svelte')).toBe(true);
});

test('whatever their scripts use that Chromium 88 lacks is filled in', () => {
  const given = new Set(Object.values(lacking).flatMap((names) => Object.keys(names)));
  const wrong = [...sources].flatMap(([path, text]) =>
    newInScripts
      .filter(([name, pattern]) => pattern.test(text) && !given.has(name))
      .map(([name, , since]) => `${path}: ${name}, since ${since}`),
  );
  expect(wrong).toEqual([]);
});

test('whatever their styles use that Chromium 88 lacks has something older before it, or is not missed', () => {
  const wrong = [...sources].flatMap(([path, text]) => {
    const lines = stylesOf(path, text).split('\n');
    return lines.flatMap((line, index) => {
      const [, since] = newInStyles.find(([pattern]) => pattern.test(line)) ?? [];
      const property = /^\s*[a-z-]+:/.exec(line)?.[0];
      const isAfterOlder = property !== undefined && (lines[index - 1]?.startsWith(property) ?? false);
      if (since === undefined || isAfterOlder || notMissed.some((harmless) => harmless.test(line.trim()))) return [];
      return [`${path}: ${line.trim()}, since ${since}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('what is filled in does as browsers do', () => {
  const numbers = [3, 1, 2];
  const isOdd = (number: number): boolean => number % 2 === 1;
  const { array, map, object } = lacking;
  for (const index of [0, 2, 3, -1, -3, -4]) expect(array.at.call(numbers, index)).toBe(numbers.at(index));
  expect(array.findLast.call(numbers, (it) => isOdd(it as number))).toBe(1);
  expect(array.findLastIndex.call(numbers, (it) => isOdd(it as number))).toBe(1);
  expect(array.findLastIndex.call(numbers, () => false)).toBe(-1);
  expect(array.toReversed.call(numbers)).toEqual([2, 1, 3]);
  expect(array.toSorted.call(numbers)).toEqual([1, 2, 3]);
  expect(array.toSorted.call(numbers, (one, other) => Number(other) - Number(one))).toEqual([3, 2, 1]);
  expect(numbers).toEqual([3, 1, 2]);
  expect(map.groupBy(numbers, isOdd)).toEqual(Map.groupBy(numbers, isOdd));
  expect(['a', 'toString'].map((key) => object.hasOwn({ a: 1 }, key))).toEqual([true, false]);
});

test('a signal of a timeout fires, with the name that browsers give it', async () => {
  const signal = lacking.abortSignal.timeout(1);
  const fired = new Promise((resolve) => signal.addEventListener('abort', resolve));
  expect(signal.aborted).toBe(false);
  await fired;
  expect((signal.reason as DOMException).name).toBe('TimeoutError');
});

/** The text of files and of all that they import of ours, types apart, by path. Three comes only where there is WebGL 2. */
function sourcesFrom(starts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = readFileSync(join(root, path), 'utf8');
    found.set(path, text);
    const imported = text.matchAll(/^\s*(?:import|export) (?!type)(?:[^;']*? from )?'([^']+)'/gm);
    open.push(...[...imported].flatMap(([, name = '']) => ours(path, name)));
  }
  return found;
}

function ours(from: string, name: string): readonly string[] {
  const path = name.startsWith('.')
    ? join(dirname(from), name)
    : name.replace(/^#lib\//, 'kiosk/src/lib/').replace(/^@lobby\//, '');
  return /\.(ts|svelte|css)$/.test(path) && existsSync(join(root, path)) ? [path] : [];
}

function stylesOf(path: string, text: string): string {
  if (path.endsWith('.css')) return text;
  return /<style[^>]*>([^]*)<\/style>/.exec(text)?.[1] ?? '';
}
