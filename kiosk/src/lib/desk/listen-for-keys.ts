import { meaningOf } from './desk-keys.ts';
import type { DeskHand } from './desk-hand.svelte.ts';

/**
 * Hands the keys of the window that a page stands in to the hand at its desk. Returns the way to stop. A question or a
 * form that is open has its keys for itself.
 */
export function listenForKeys(page: HTMLElement, hand: DeskHand): () => void {
  const window = page.ownerDocument.defaultView;
  if (window === null) return () => undefined;
  const pressed = (event: KeyboardEvent): void => {
    if (hand.now.showsKeys) return closeKeys(event, hand);
    const meaning = meaningOf(event);
    if (meaning === undefined || isBusyElsewhere(event)) return;
    event.preventDefault();
    hand.press(meaning);
  };
  // The mouse leaves no focus behind: the space bar stays the key for the next patient.
  const clicked = (event: MouseEvent): void => {
    const { activeElement } = page.ownerDocument;
    if (event.detail > 0 && activeElement instanceof window.HTMLElement && activeElement.matches('button, a'))
      activeElement.blur();
  };
  window.addEventListener('keydown', pressed);
  window.addEventListener('click', clicked);
  return () => {
    window.removeEventListener('keydown', pressed);
    window.removeEventListener('click', clicked);
  };
}

function closeKeys(event: KeyboardEvent, hand: DeskHand): void {
  if (['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
  event.preventDefault();
  if (!event.repeat) hand.showKeys(false);
}

/** What is focused by Tab keeps its space bar and Enter; what is being written keeps its letters. */
function isBusyElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!isElement(target)) return false;
  if (target.closest('dialog') !== null || target.matches('input, textarea, select')) return true;
  return (key === ' ' || key === 'Enter') && target.matches('button, a');
}

/** An element of this window or of another one that the page has opened. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target;
}
