/** A rectangle on a panel, in millimetres from its upper left corner. */
export interface Box {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A piece of text as it stands on a screen. */
export interface SeenText {
  readonly says: string;
  /** Of the nearest element that names one. */
  readonly language: string;
  /** Font size in millimetres. */
  readonly size: number;
  readonly colour: string;
  /** Background colours, from the nearest to the panel's. */
  readonly grounds: readonly string[];
  readonly lines: readonly Box[];
  /** What cuts off anything beyond it; `shortens`: with an ellipsis. `drops`: whole lines that are no loss. */
  readonly frames: readonly { readonly box: Box; readonly shortens: boolean; readonly drops: boolean }[];
  /** Part of a picture. */
  readonly drawn: boolean;
  /** Under a question that must be answered first. */
  readonly covered: boolean;
}

export interface SeenButton {
  readonly says: string;
  readonly primary: boolean;
  readonly inStrip: boolean;
  readonly covered: boolean;
  /** No choice: it turns a page, speaks the screen, or is a switch beside the choices. */
  readonly aside: boolean;
  readonly box: Box;
}

/** What a screen says to whoever cannot read it. */
export interface HeardText {
  readonly kind: string;
  readonly says: string;
}

export interface SeenScreen {
  readonly name: string;
  readonly heard: readonly HeardText[];
  /** Words of the house that can be seen and not heard. */
  readonly unheard: readonly string[];
  readonly headings: number;
  readonly scrolls: boolean;
  readonly size: Box;
  readonly texts: readonly SeenText[];
  readonly buttons: readonly SeenButton[];
  /** The strip at the bottom and its two places. */
  readonly strip: readonly Box[];
}

/** Looks at the pictures of the gallery. Runs inside the browser, therefore all in one piece. */
export function lookAtScreens(pictures: readonly Element[]): SeenScreen[] {
  return pictures.flatMap((picture) => {
    const panel = picture.querySelector<HTMLElement>('.panel');
    if (panel === null) return [];
    const millimetre = parseFloat(panel.style.getPropertyValue('--mm'));
    const origin = panel.getBoundingClientRect();
    const boxOf = ({ top, right, bottom, left }: DOMRect): Box => ({
      top: (top - origin.top) / millimetre,
      right: (right - origin.left) / millimetre,
      bottom: (bottom - origin.top) / millimetre,
      left: (left - origin.left) / millimetre,
    });
    const upToPanel = (element: Element): Element[] =>
      element === panel || element.parentElement === null ? [element] : [element, ...upToPanel(element.parentElement)];
    const isFrame = (element: Element): boolean =>
      element === panel || getComputedStyle(element).overflowY !== 'visible';
    const frameOf = (element: Element): SeenText['frames'][number] => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      const shortens = textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
      return { box: boxOf(element.getBoundingClientRect()), shortens, drops: element.closest('header') !== null };
    };
    const seeText = (text: Text): SeenText[] => {
      const around = text.parentElement;
      const says = text.data.trim();
      if (says === '' || around === null) return [];
      const range = document.createRange();
      range.selectNodeContents(text);
      const { fontSize, color } = getComputedStyle(around);
      const enclosing = upToPanel(around);
      return [
        {
          says,
          language: around.closest('[lang]')?.getAttribute('lang') ?? '',
          size: parseFloat(fontSize) / millimetre,
          colour: color,
          grounds: enclosing.map((element) => getComputedStyle(element).backgroundColor),
          lines: [...range.getClientRects()].map(boxOf),
          frames: enclosing.filter(isFrame).map(frameOf),
          drawn: around.closest('svg') !== null,
          covered: around.closest('[inert]') !== null,
        },
      ];
    };
    const texts: SeenText[] = [];
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text) texts.push(...seeText(node));
    const quiet = 'bdi, svg, [aria-hidden="true"], nav, [data-listen], [data-quiet]';
    const said = (root: Element | null): Element[] => [...(root?.querySelectorAll('[data-say]') ?? [])];
    const front = panel.querySelector('[role="alertdialog"], [role="dialog"]') ?? panel.querySelector('main');
    const hear = (element: Element): HeardText => {
      const copy = document.importNode(element, true);
      for (const silent of copy.querySelectorAll(quiet)) silent.remove();
      return { kind: element.getAttribute('data-say') ?? '', says: copy.textContent.trim() };
    };
    const isUnheard = (text: Text): boolean =>
      /[\p{L}\p{N}]/u.test(text.data) && text.parentElement?.closest(`[data-say], ${quiet}`) === null;
    const within = document.createTreeWalker(front ?? panel, NodeFilter.SHOW_TEXT);
    const unheard: string[] = [];
    for (let node = within.nextNode(); node !== null; node = within.nextNode())
      if (node instanceof Text && isUnheard(node)) unheard.push(node.data.trim());
    const strip = panel.querySelector('footer');
    return [
      {
        name: picture.getAttribute('data-picture') ?? '',
        heard: said(front).map(hear),
        unheard,
        headings: panel.querySelectorAll('h1').length,
        scrolls: panel.scrollHeight > panel.clientHeight + 1 || panel.scrollWidth > panel.clientWidth + 1,
        size: boxOf(origin),
        texts,
        buttons: [...panel.querySelectorAll('button')]
          .filter((button) => button.checkVisibility())
          .map((button) => ({
            says: button.textContent.trim(),
            primary: button.classList.contains('primary'),
            inStrip: button.closest('footer') !== null,
            covered: button.closest('[inert]') !== null,
            aside: button.closest('nav, [data-listen], [data-keys], [role="switch"]') !== null,
            box: boxOf(button.getBoundingClientRect()),
          })),
        strip: strip === null ? [] : [strip, ...strip.children].map((part) => boxOf(part.getBoundingClientRect())),
      },
    ];
  });
}
