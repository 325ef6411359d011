import type { Turn } from './step.ts';

/* Reads the Chinese words of a step back, as a person in the corridor would: the tests' walker has nothing else to go by. */

/** What a person takes from the words of a step. */
export type Heard =
  | { readonly kind: 'start'; readonly turn: Turn | null; readonly room: string | null }
  | { readonly kind: 'turn'; readonly turn: Turn; readonly where: Where; readonly leaving: boolean }
  | { readonly kind: 'confirm'; readonly passing: string | null }
  | { readonly kind: 'ride'; readonly by: string; readonly floor: string }
  | { readonly kind: 'arrive'; readonly name: string; readonly side: 'left' | 'right' | 'ahead' };

/** By what the place of a turn is known. */
export type Where =
  | { readonly by: 'landmark'; readonly name: string }
  | { readonly by: 'metres'; readonly metres: number }
  | { readonly by: 'line'; readonly colour: string }
  | { readonly by: 'at-once' }
  /** The step before said how far it is. */
  | { readonly by: 'nothing' };

const turnWords: readonly (readonly [string, Turn])[] = [
  ['向左前方走', 'slight-left'],
  ['向右前方走', 'slight-right'],
  ['掉头往回走', 'back'],
  ['左转', 'left'],
  ['右转', 'right'],
  ['直走', 'straight'],
];
const turn = `(${turnWords.map(([word]) => word).join('|')})`;
const turnSaid = (word: string | undefined): Turn => turnWords.find(([one]) => one === word)?.[1] ?? 'straight';

const facing: readonly (readonly [RegExp, Turn])[] = [
  [/^背对屏幕/u, 'back'],
  [/^面向屏幕，往左前方/u, 'slight-left'],
  [/^面向屏幕，往右前方/u, 'slight-right'],
  [/^面向屏幕，往前/u, 'straight'],
  [/^面向屏幕，向左转身/u, 'left'],
  [/^面向屏幕，向右转身/u, 'right'],
];

const sides = { 在左边: 'left', 在右边: 'right', 就在前面: 'ahead' } as const;

/** Understands one step. Throws where the words are none that are ever said. */
export function hear(words: string): Heard {
  const face = facing.find(([form]) => form.test(words));
  if (face !== undefined) return { kind: 'start', turn: face[1], room: null };
  const out = new RegExp(`^(?:从 ?(.+)出来，|出门)${turn}`, 'u').exec(words);
  if (out !== null) return { kind: 'start', turn: turnSaid(out[2]), room: out[1] ?? null };
  if (/^(从.+出发|先走到|先往|出发)/u.test(words)) return { kind: 'start', turn: null, room: null };
  const confirm = /^(?:经过 ?(.+)，)?继续直走/u.exec(words);
  if (confirm !== null) return { kind: 'confirm', passing: confirm[1] ?? null };
  const ride = /^再?[乘走] ?(.+?)[上下]到 ?(.+)$/u.exec(words);
  if (ride !== null) return { kind: 'ride', by: ride[1] ?? '', floor: ride[2] ?? '' };
  return hearTurn(words) ?? hearArrival(words);
}

function hearTurn(words: string): Heard | null {
  const form = (before: string) => new RegExp(`^${before}${turn}(?:，|到|$)`, 'u').exec(words);
  const leaving = form('(?:出电梯|下扶梯后|出楼梯|过坡道后)');
  if (leaving !== null) return { kind: 'turn', turn: turnSaid(leaving[1]), where: { by: 'at-once' }, leaving: true };
  const landmark = form('(?:看到|到) ?(.+?)');
  if (landmark !== null) return heardTurn(landmark[2], { by: 'landmark', name: landmark[1] ?? '' });
  const metres = form('走约 (\\d+) 米，');
  if (metres !== null) return heardTurn(metres[2], { by: 'metres', metres: Number(metres[1]) });
  const line = form('沿(.+)导向线');
  if (line !== null) return heardTurn(line[2], { by: 'line', colour: line[1] ?? '' });
  const then = form('接着');
  if (then !== null) return heardTurn(then[1], { by: 'at-once' });
  const bare = form('');
  return bare === null ? null : heardTurn(bare[1], { by: 'nothing' });
}

const heardTurn = (word: string | undefined, where: Where): Heard => ({
  kind: 'turn',
  turn: turnSaid(word),
  where,
  leaving: false,
});

function hearArrival(words: string): Heard {
  const [, name = '', side = ''] = /^(.+?)(在左边|在右边|就在前面)/u.exec(words) ?? [];
  if (!(side in sides)) throw new Error(`nobody understands: ${words}`);
  return { kind: 'arrive', name, side: sides[side as keyof typeof sides] };
}
