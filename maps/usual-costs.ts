import type { Connector } from './venue.ts';

/** What a connector costs where its source says nothing, in seconds: once to get on, then a floor. */
export interface ConnectorCosts {
  readonly entrySeconds: number;
  readonly secondsPerFloorUp: number;
  readonly secondsPerFloorDown: number;
}

/** A lift is waited for; an escalator carries; stairs are climbed slower than they are gone down. */
export const usualCosts: Readonly<Record<Connector['kind'], ConnectorCosts>> = {
  lift: { entrySeconds: 30, secondsPerFloorUp: 4, secondsPerFloorDown: 4 },
  escalator: { entrySeconds: 0, secondsPerFloorUp: 15, secondsPerFloorDown: 15 },
  stairs: { entrySeconds: 0, secondsPerFloorUp: 18, secondsPerFloorDown: 14 },
  ramp: { entrySeconds: 0, secondsPerFloorUp: 60, secondsPerFloorDown: 50 },
};
