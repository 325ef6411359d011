import type { AgentEvent, WristbandAsked } from '@lobby/hub/contract';
import type { CodeMeaning } from '../scanners/code-meaning.ts';

/** Wristbands that are scanned while a screen asks for one. */
export interface WristbandDesk {
  ask(wish: WristbandAsked): void;
  /** True: it was a wristband's code, and is nothing else. */
  take(text: string, meaning: CodeMeaning): boolean;
  /** Whoever was asked has gone, or a visit has begun. */
  heard(event: AgentEvent): void;
}

/**
 * `numberOf`: the number in a wristband's code by the site's pattern; undefined: it is none. `mayAsk`: whether this visit is
 * open, or with null a card that opened none waits for more. What was taken as a wristband stays that for the visit that asked
 * or that it opens: held before the scanner for too long, it is not the next patient.
 */
export function wristbandDesk(options: {
  readonly numberOf: (text: string, meaning: CodeMeaning) => string | undefined;
  readonly mayAsk: (visitId: string | null) => boolean;
  readonly tell: (event: AgentEvent) => void;
}): WristbandDesk {
  let asking = false;
  let taken: string | undefined;
  /** The wristband opens the visit in which it is taken. */
  let opens = false;

  return {
    ask({ visitId, asked }) {
      asking = asked && options.mayAsk(visitId);
      if (asking) opens = visitId === null;
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
      if (!endings.includes(type)) return;
      asking = false;
      if (type !== 'visit.opened' || !opens) taken = undefined;
      opens = false;
    },
  };
}

/** After these nobody waits for a wristband any more. */
const endings: readonly AgentEvent['type'][] = ['card.presented', 'code.presented', 'visit.opened', 'visit.ended'];
