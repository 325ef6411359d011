/** What an element that is marked with `data-say` is: a sentence, something to press, or the number of a ticket. */
export interface SaidText {
  readonly kind: 'sentence' | 'action' | 'number';
  readonly text: string;
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
    texts: marked.map((element) => ({ kind: kindOf(element), text: heard(element) })),
    keepsQuiet: [...screen.querySelectorAll('bdi')].some((name) => name.closest('h1, [data-greeting]') === null),
  };
}

function kindOf(element: Element): SaidText['kind'] {
  const kind = element.getAttribute('data-say');
  return kind === 'action' || kind === 'number' ? kind : 'sentence';
}

function heard(element: Element): string {
  const copy = document.importNode(element, true);
  for (const silent of copy.querySelectorAll(quiet)) silent.remove();
  return copy.textContent.trim();
}
