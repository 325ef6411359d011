import type { CardTrouble, PresentedCredential } from '@lobby/hub/contract';

/** What something that was scanned, swiped or typed means here. */
export type CodeMeaning =
  | { readonly means: 'credential'; readonly credential: PresentedCredential }
  | { readonly means: 'badge'; readonly badge: string }
  | { readonly means: 'trouble'; readonly trouble: CardTrouble };

export function presents(kind: PresentedCredential['kind'], number: string): CodeMeaning {
  return { means: 'credential', credential: { kind, number, name: null } };
}

export function trouble(trouble: CardTrouble): CodeMeaning {
  return { means: 'trouble', trouble };
}
