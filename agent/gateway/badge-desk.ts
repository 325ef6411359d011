/**
 * Staff badges that are scanned at this terminal. Whoever waits for one (an approval, a login) takes the next; a badge
 * is a secret, so it goes to the waiting one alone and never to the page.
 */
export interface BadgeDesk {
  readonly awaited: boolean;
  /** Takes the next badge; whoever waited before waits no more. Returns the way to stop waiting. */
  wait(take: (badge: string) => void): () => void;
  /** False: nobody is waiting. */
  offer(badge: string): boolean;
}

export function badgeDesk(): BadgeDesk {
  let taker: ((badge: string) => void) | undefined;
  return {
    get awaited() {
      return taker !== undefined;
    },
    wait(take) {
      taker = take;
      return () => {
        if (taker === take) taker = undefined;
      };
    },
    offer(badge) {
      const take = taker;
      taker = undefined;
      take?.(badge);
      return take !== undefined;
    },
  };
}
