import type { DeskActionKind, Words } from '@lobby/hub/contract';
import type { DeskWording } from './wording/desk-wording.ts';

/** Why a key led to nothing, without the hub being asked. */
export type NotDone = keyof DeskWording['notDone'];

/** The last thing that was done, refused or heard of, and about which ticket. */
export type Notice =
  | { readonly kind: 'done'; readonly action: DeskActionKind; readonly label: string }
  | { readonly kind: 'refused'; readonly said: Words }
  | { readonly kind: 'not-done'; readonly why: NotDone }
  | { readonly kind: 'beside-us'; readonly label: string }
  | { readonly kind: 'failed' }
  | { readonly kind: 'no-answer' };

/** A notice as a sentence for the person at the desk. */
export function noticeSentence(notice: Notice, wording: DeskWording, text: (words: Words) => string): string {
  switch (notice.kind) {
    case 'done':
      return wording.done[notice.action](notice.label);
    case 'refused':
      return text(notice.said);
    case 'not-done':
      return wording.notDone[notice.why];
    case 'beside-us':
      return wording.besideUs(notice.label);
    case 'failed':
      return wording.failed;
    case 'no-answer':
      return wording.noAnswer;
  }
}
