/**
 * What an element that is marked with `data-say` is: a sentence, something to press, the number of a ticket, or part of a
 * way, which says itself (`data-sound`) where the hub has it spoken.
 */
export interface SaidText {
  readonly kind: 'sentence' | 'action' | 'number' | 'way';
  readonly text: string;
  /** Address of the sound of a part of a way. */
  readonly sound?: string;
}

export interface SaidScreen {
  readonly texts: readonly SaidText[];
  /** True: names of people, clinics or places stand on the screen. They are read there, never heard in the hall. */
  readonly keepsQuiet: boolean;
}

/** Names of people, clinics and places, what is drawn, and what is marked so: seen and never heard. */
const quiet = 'bdi, svg, [aria-hidden="true"], [data-quiet]';

/** What is heard of a screen: its marked texts as they stand there, one after the other. */
export function whatIsSaid(screen: Element): SaidScreen {
  const marked = [...screen.querySelectorAll('[data-say]')].filter((element) => element.checkVisibility());
  return {
    texts: marked.map((element) => {
      const sound = element.getAttribute('data-sound');
      return { kind: kindOf(element), text: heard(element), ...(sound !== null && { sound }) };
    }),
    keepsQuiet: [...screen.querySelectorAll('bdi')].some((name) => name.closest('h1, [data-greeting]') === null),
  };
}

function kindOf(element: Element): SaidText['kind'] {
  const kind = element.getAttribute('data-say');
  return kind === 'action' || kind === 'number' || kind === 'way' ? kind : 'sentence';
}

function heard(element: Element): string {
  const copy = document.importNode(element, true);
  for (const silent of copy.querySelectorAll(quiet)) silent.remove();
  return copy.textContent.trim();
}
