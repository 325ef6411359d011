import type { CardFields, PresentedCredential } from '@lobby/hub/contract';

/** Why a card gave no fields. */
export type CardProblem =
  | 'card-unreadable' // the chip or the line failed: lift it, lay it down again
  | 'card-not-supported' // recognised, no layout for it
  | 'number-invalid'; // check digit or birth date of the number is wrong

export type ReaderEvent =
  | { readonly type: 'card.found' }
  | { readonly type: 'card.read'; readonly card: CardFields }
  /** Of a driver that gives no more than what identifies, such as a program of its own. */
  | { readonly type: 'credential.read'; readonly credential: PresentedCredential }
  | {
      readonly type: 'card.trouble';
      readonly problem: CardProblem;
      readonly kind: string | null;
      readonly detail: string;
    }
  | { readonly type: 'card.removed' }
  | { readonly type: 'reader.ready' }
  | { readonly type: 'reader.away'; readonly why: string };

/** A reader at work: looks for cards until it is closed. */
export interface CardReader {
  readonly state: { readonly ready: boolean; readonly why: string | null };
  onEvent(listener: (event: ReaderEvent) => void): () => void;
  close(): Promise<void>;
}
