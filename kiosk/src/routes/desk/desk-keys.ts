/** What has a key of its own. */
export type KeyedAction = 'next' | 'recall' | 'missed' | 'finish';

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

const actionOfCode = new Map<string, KeyedAction>([
  ['Space', 'next'],
  ['KeyR', 'recall'],
  ['KeyM', 'missed'],
  ['KeyF', 'finish'],
]);

const codeOfKey = new Map<string, string>([
  [' ', 'Space'],
  ['r', 'KeyR'],
  ['m', 'KeyM'],
  ['f', 'KeyF'],
]);

/**
 * The action a key stands for. A held key means nothing more than a pressed one, and shortcuts of the browser are left
 * alone. An input method that is switched on hides the letter, then the place of the key decides.
 */
export function actionOfKey(press: KeyPress): KeyedAction | undefined {
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return undefined;
  const code = press.key === 'Process' ? press.code : codeOfKey.get(press.key.toLowerCase());
  return code === undefined ? undefined : actionOfCode.get(code);
}
