import { keyOfVerb, type Verb } from './verbs.ts';

/** What of a keyboard event decides what it means. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key of a desk means. `queue`: the n-th queue of a triage desk, 0 for all. */
export type KeyMeaning =
  | { readonly kind: 'verb'; readonly verb: Verb }
  | { readonly kind: 'step'; readonly to: 'up' | 'down' | 'first' | 'last' }
  | { readonly kind: 'call' }
  | { readonly kind: 'more' }
  | { readonly kind: 'back' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'queue'; readonly number: number };

const steps = new Map<string, KeyMeaning>([
  ['ArrowUp', { kind: 'step', to: 'up' }],
  ['ArrowDown', { kind: 'step', to: 'down' }],
  ['Home', { kind: 'step', to: 'first' }],
  ['End', { kind: 'step', to: 'last' }],
]);
const others = new Map<string, KeyMeaning>([
  ['Enter', { kind: 'call' }],
  ['ArrowRight', { kind: 'more' }],
  ['ArrowLeft', { kind: 'back' }],
  ['Escape', { kind: 'back' }],
  ['F1', { kind: 'keys' }],
  ['?', { kind: 'keys' }],
  ['？', { kind: 'keys' }],
]);
const verbOfKey = new Map<string, Verb>(
  Object.entries(keyOfVerb).map(([verb, key]) => [key === 'Space' ? ' ' : key.toLowerCase(), verb as Verb]),
);

/**
 * The meaning of a key. Only the arrows repeat while they are held; shortcuts of the browser are left alone. An input
 * method that is switched on hides the letter, then the place of the key decides.
 */
export function meaningOf(press: KeyPress): KeyMeaning | undefined {
  if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return undefined;
  const key = press.key === 'Process' ? keyAt(press.code) : press.key;
  const step = steps.get(key);
  if (step !== undefined || press.repeat) return step;
  if (/^\d$/.test(key)) return { kind: 'queue', number: Number(key) };
  const verb = verbOfKey.get(key.toLowerCase());
  return verb === undefined ? others.get(key) : { kind: 'verb', verb };
}

/** The key of a place on the keyboard, as an input method leaves it. */
export function keyAt(code: string): string {
  if (code === 'Space') return ' ';
  return /^(Key|Digit|Numpad)[A-Z\d]$/.test(code) ? code.slice(-1) : code;
}
