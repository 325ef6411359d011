import type { DeskAction, DeskView, Words } from '@lobby/hub/contract';
import type { Verb } from './verbs.ts';
import type { DeskWording } from './wording/desk-wording.ts';

type WithoutKey<A> = A extends DeskAction ? Omit<A, 'key'> : never;

/** An action as it is wanted; the key is made when it is sent. */
export type Wish = WithoutKey<DeskAction>;

/** What a page has to ask before it knows what is wanted. `sure`: something that is not lightly undone; `again`: the hub wants to hear it once more, and `said` why. */
export type Asking =
  | {
      readonly about: 'call' | 'ticket' | 'emergency' | 'tests' | 'transfer' | 'class' | 'assign' | 'call-in';
      readonly ticketId: string;
    }
  | { readonly about: 'again'; readonly ticketId: string; readonly verb: 'call' | 'missed'; readonly said: Words }
  | { readonly about: 'transfer-desk'; readonly ticketId: string; readonly queueId: string }
  | {
      readonly about: 'sure';
      readonly verb: 'undo-check-in' | 'drop';
      readonly ticketId: string;
    }
  | { readonly about: 'pause' | 'stop' | 'add' | 'take-along' | 'broadcast' }
  | { readonly about: 'stop-reason' | 'reopen'; readonly deskId: string }
  | { readonly about: 'add-class'; readonly queueId: string };

/** What follows when an answer is chosen. */
export type Step =
  | { readonly kind: 'do'; readonly wish: Wish }
  | { readonly kind: 'ask'; readonly asking: Asking }
  | { readonly kind: 'want'; readonly verb: Verb; readonly ticketId: string }
  | { readonly kind: 'back' };

export interface Choice {
  readonly label: string;
  readonly note?: string;
  /** The key that chooses it at once; arrows and Enter always do. */
  readonly key: string;
  readonly step: Step;
}

/** A question as a page asks it. The first choice has the focus. */
export interface Question {
  readonly title: string;
  readonly sentence?: string;
  readonly choices: readonly Choice[];
}

/** The ticket that a question is about; undefined: about none. */
export function ticketAsked(asking: Asking | undefined): string | undefined {
  return asking !== undefined && 'ticketId' in asking ? asking.ticketId : undefined;
}

/** What a question is made of: the view of now, and the language of whoever is asked. */
export interface AskingOf {
  readonly view: DeskView;
  readonly wording: DeskWording;
  readonly text: (words: Words) => string;
}

/** Choices under the keys 1 to 9; a tenth and later ones are reached by the arrows. */
export function numbered(choices: readonly Omit<Choice, 'key'>[]): readonly Choice[] {
  return choices.map((choice, index) => ({ ...choice, key: index < 9 ? String(index + 1) : '' }));
}
