import type { AgentEvent, PresentedCredential, TypedVisit, VisitProof } from '@lobby/hub/contract';
import type { BadgeDesk } from './badge-desk.ts';
import type { VisitKeeper } from './visit-keeper.ts';

/** Numbers that are typed at this terminal, with what stands behind them. */
export interface TypedDesk {
  /** What becomes of it is told to the page by event, as with a card. With a badge nothing happens until one is read. */
  take(typed: TypedVisit): void;
  /** Somebody presented something else: nobody waits for a badge any more. */
  heard(event: AgentEvent): void;
  /** Whoever typed has turned away. */
  forget(): void;
  stop(): void;
}

export function typedDesk(options: {
  readonly visits: VisitKeeper;
  readonly badges: BadgeDesk;
  /** Longest wait for a badge, in milliseconds: whoever asked for one has gone. */
  readonly badgeWithin: number;
  readonly tell: (event: AgentEvent) => void;
  readonly onFault: (error: unknown) => void;
}): TypedDesk {
  const { visits, badges, tell, onFault } = options;
  let stopWaiting = (): void => undefined;

  const waitForBadge = (take: (badge: string) => void): void => {
    const withdraw = badges.wait((badge) => {
      stopWaiting();
      take(badge);
    });
    const tooLong = setTimeout(withdraw, options.badgeWithin);
    stopWaiting = () => {
      clearTimeout(tooLong);
      withdraw();
    };
  };

  const present = (number: string | null, proof: VisitProof): void => {
    const credential = number === null ? visits.wanting : typedNumber(number);
    if (credential === undefined) tell({ type: 'visit.refused', reason: 'not-matched' });
    else visits.present(credential, { proof }).catch(onFault);
  };

  return {
    take({ number, proof }) {
      stopWaiting();
      if (proof.by !== 'badge') return present(number, proof);
      waitForBadge((badge) => {
        tell({ type: 'badge.taken' });
        present(number, { by: 'badge', badge });
      });
    },
    heard({ type }) {
      if (type === 'card.presented' || type === 'code.presented' || type === 'visit.opened') stopWaiting();
    },
    forget() {
      stopWaiting();
      visits.end('cancelled').catch(onFault);
    },
    stop: () => stopWaiting(),
  };
}

function typedNumber(number: string): PresentedCredential {
  return { kind: 'typed-number', number, name: null };
}
