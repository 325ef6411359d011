import type { AgentEvent, WristbandAsked } from '@lobby/hub/contract';
import type { CodeMeaning } from '../scanners/code-meaning.ts';

/** Wristbands that are scanned while a visit's screen asks for one. */
export interface WristbandDesk {
  ask(wish: WristbandAsked): void;
  /** True: it was a wristband's code, and is nothing else. */
  take(text: string, meaning: CodeMeaning): boolean;
  /** The visit that asked is over. */
  heard(event: AgentEvent): void;
}

/**
 * `numberOf`: the number in a wristband's code by the site's pattern; undefined: it is none. What a visit took as its
 * wristband stays that for the visit: held before the scanner for too long, it is not the next patient.
 */
export function wristbandDesk(options: {
  readonly numberOf: (text: string, meaning: CodeMeaning) => string | undefined;
  readonly isOpen: (visitId: string) => boolean;
  readonly tell: (event: AgentEvent) => void;
}): WristbandDesk {
  let asking = false;
  let taken: string | undefined;

  return {
    ask({ visitId, asked }) {
      asking = asked && options.isOpen(visitId);
    },
    take(text, meaning) {
      if (taken === text && !asking) return true;
      const number = asking ? options.numberOf(text, meaning) : undefined;
      if (number === undefined) return false;
      // One showing is one try; the screen asks again when it was wrong.
      asking = false;
      taken = text;
      options.tell({ type: 'wristband.scanned', number });
      return true;
    },
    heard({ type }) {
      if (type !== 'visit.ended' && type !== 'visit.opened') return;
      asking = false;
      taken = undefined;
    },
  };
}
