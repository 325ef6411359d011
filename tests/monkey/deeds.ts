import { seededRandom, type SeededRandom } from '@lobby/hub/hospital/sandbox/seeded-random.ts';

/** Where on something: shares of its width and height, or of a list, in [0, 1). */
export type Share = number;

/** One thing that somebody does to a running terminal. What it hits depends on the screen; what it is, on the seed alone. */
export type Deed =
  | { readonly kind: 'touch'; readonly across: Share; readonly down: Share }
  | { readonly kind: 'button'; readonly which: Share; readonly stays: boolean }
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'wedge'; readonly text: string }
  /** `stays`: whoever laid it down looks at the screen until it has changed. */
  | { readonly kind: 'card'; readonly which: Share; readonly stays: boolean }
  | { readonly kind: 'lift' }
  /** Something of the bench held before the device that reads it. */
  | { readonly kind: 'show'; readonly which: Share; readonly stays: boolean }
  | { readonly kind: 'scan'; readonly text: string }
  | { readonly kind: 'cable'; readonly device: (typeof pushing)[number]; readonly action: 'cut-cable' | 'plug-cable' }
  | { readonly kind: 'reader'; readonly action: (typeof readerTroubles)[number] }
  | { readonly kind: 'printer'; readonly action: (typeof printerTroubles)[number] }
  | { readonly kind: 'hospital'; readonly script: number }
  | { readonly kind: 'pass'; readonly seconds: number }
  | { readonly kind: 'hub'; readonly how: 'stop' | 'kill' };

/** A deed, and now and then another one in the same moment. */
export type Moment = readonly Deed[];

export const readerTroubles = ['cut-cable', 'fall-silent', 'fail-to-read', 'mend', 'mend', 'mend'] as const;
export const pushing = ['scanner', 'stripe', 'documents'] as const;
export const printerTroubles = [
  'pull-paper',
  'insert-paper',
  'open-cover',
  'close-cover',
  'cut-cable',
  'plug-cable',
  'jam-cutter',
  'clear-cutter',
  'near-end',
] as const;

const keys = [
  'Enter',
  'Escape',
  'Tab',
  'Backspace',
  ' ',
  'ArrowDown',
  'ArrowUp',
  'Home',
  'F1',
  'a',
  'x',
  '0',
  '7',
] as const;

/** Codes as they come: an old slip's, a web address, an insurance code, somebody else's bar code, much of nothing. */
const codes = [
  'LOBBY:T:0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000',
  'https://example.org/?q=1',
  '1234567890123456789012345678',
  '6901234567892',
  '张三,330602195403182174',
  '=HYPERLINK("x")',
  'P<CHNZHANG<<JIANMING<<<<<<<<<<<<<<<<<<<<<<<<',
  '9'.repeat(4_000),
] as const;

/** How often each kind comes, of a hundred thousand. */
const shares: readonly (readonly [Deed['kind'], number])[] = [
  ['button', 42_000],
  ['touch', 19_000],
  ['card', 10_000],
  ['lift', 6_000],
  ['key', 9_000],
  ['wedge', 1_500],
  ['show', 3_500],
  ['scan', 1_500],
  ['cable', 800],
  ['reader', 2_000],
  ['printer', 3_500],
  ['pass', 2_800],
  ['hospital', 120],
  ['hub', 80],
];

/** The monkey's day: the same seed gives the same moments. */
export function* momentsOf(seed: number): Generator<Moment, never> {
  const random = seededRandom(seed);
  for (;;) yield random.below(40) === 0 ? [drawDeed(random), drawDeed(random)] : [drawDeed(random)];
}

function drawDeed(random: SeededRandom): Deed {
  let left = random.below(shares.reduce((sum, [, share]) => sum + share, 0));
  const [kind] = shares.find(([, share]) => (left -= share) < 0) ?? shares[0] ?? ['touch'];
  return deedOf(kind, random);
}

function deedOf(kind: Deed['kind'], random: SeededRandom): Deed {
  const share = (): Share => random.below(10_000) / 10_000;
  switch (kind) {
    case 'touch':
      return { kind, across: share(), down: share() };
    case 'button':
      return { kind, which: share(), stays: random.below(10) === 0 };
    case 'card':
    case 'show':
      return { kind, which: share(), stays: random.below(3) > 0 };
    case 'key':
      return { kind, key: random.pick(keys) };
    case 'wedge':
    case 'scan':
      return { kind, text: random.pick(codes) };
    case 'cable':
      return { kind, device: random.pick(pushing), action: random.pick(['cut-cable', 'plug-cable'] as const) };
    case 'reader':
      return { kind, action: random.pick(readerTroubles) };
    case 'printer':
      return { kind, action: random.pick(printerTroubles) };
    case 'hospital':
      return { kind, script: random.below(4) };
    case 'pass':
      return { kind, seconds: 1 + random.below(40) };
    case 'hub':
      return { kind, how: random.pick(['stop', 'kill'] as const) };
    case 'lift':
      return { kind };
  }
}

/** A deed in a few words, for the list of what was done. */
export function inWords(deed: Deed): string {
  const { kind, ...more } = deed;
  const said = Object.values(more).map((value) => String(value).slice(0, 24));
  return [kind, ...said].join(' ');
}
