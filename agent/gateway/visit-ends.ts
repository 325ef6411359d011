import { z } from 'zod';
import type { VisitEnd } from '@lobby/hub/contract';
import { askHub } from './hub-client.ts';
import type { HubLine } from './hub-line.ts';
import type { Log } from './log.ts';

/** A visit of this terminal, and the secret that shows the hub so. */
export interface OwnVisit {
  readonly visitId: string;
  readonly secret: string;
}

/** Tells the hub which visits are over; what it did not hear is kept in memory, and nowhere else, until it has. */
export interface VisitEnds {
  /** Resolves when the hub has been told or cannot be for now. */
  tell(visit: OwnVisit, why: VisitEnd): Promise<void>;
  /** The hub is here again, or may be: tells what it has not heard. */
  tellAgain(): Promise<void>;
  /** Visits that are over without the hub knowing. */
  readonly untold: number;
  stop(): void;
}

/** The hub ends older visits of a terminal by itself when the next one opens. */
const MOST_UNTOLD = 8;

export function visitEnds(options: {
  readonly line: HubLine;
  readonly credential: () => string | undefined;
  readonly log: Log;
  /** Milliseconds: `probe` for an answer; `report` until a hub that is here and did not take it is told again. */
  readonly timing: { readonly probe: number; readonly report: number };
}): VisitEnds {
  const { line, log, timing } = options;
  const untold = new Map<string, { readonly visit: OwnVisit; readonly why: VisitEnd }>();
  let again: NodeJS.Timeout | undefined;
  let stopped = false;

  const isHeard = async ({ visitId, secret }: OwnVisit, why: VisitEnd): Promise<boolean> => {
    const reply = await askHub(line, {
      method: 'POST',
      path: `/api/terminal/visits/${encodeURIComponent(visitId)}/end`,
      shape: z.unknown(),
      body: { why },
      credential: options.credential(),
      secret,
      answerWithin: timing.probe,
    });
    log('visit ended', { why, hub: reply.kind });
    // A refusal is an answer: the visit is over there already, or was never this terminal's.
    return reply.kind === 'unauthorised' || (reply.kind === 'answer' && reply.status < 500);
  };

  const tell = async (visit: OwnVisit, why: VisitEnd): Promise<void> => {
    untold.set(visit.visitId, { visit, why });
    if (await isHeard(visit, why)) untold.delete(visit.visitId);
    const [oldest] = untold.keys();
    if (untold.size > MOST_UNTOLD && oldest !== undefined) untold.delete(oldest);
    clearTimeout(again);
    if (untold.size > 0 && !stopped) again = setTimeout(() => void tellAgain(), timing.report);
  };

  const tellAgain = async (): Promise<void> => {
    await Promise.all([...untold.values()].map(({ visit, why }) => tell(visit, why)));
  };

  return {
    tell,
    tellAgain,
    get untold() {
      return untold.size;
    },
    stop() {
      stopped = true;
      clearTimeout(again);
      untold.clear();
    },
  };
}
