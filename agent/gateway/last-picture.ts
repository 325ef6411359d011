import type { Picture } from '@lobby/hub/contract';

/** What the terminal's page painted last, as the page says. */
export interface LastPicture {
  take(picture: Picture): void;
  /** For the report to the hub: null while no page is open, nothing while an open one has not said it yet. */
  shown(pages: number): { readonly picture?: Picture | null };
}

export function lastPicture(): LastPicture {
  let last: Picture | undefined;
  return {
    take: (picture) => void (last = picture),
    shown(pages) {
      if (pages === 0) return { picture: null };
      return last === undefined ? {} : { picture: last };
    },
  };
}
