import { usualCosts, type ConnectorCosts } from '../usual-costs.ts';
import type { Connector, Names, Stop } from '../venue.ts';

/** A piece of way between two floors, as lines and tables draw it: one flight of stairs, one storey of a lift. */
export interface Flight {
  readonly id: string;
  readonly kind: Connector['kind'];
  readonly low: FlightEnd;
  readonly high: FlightEnd;
  readonly way: Connector['way'];
  readonly stepFree: boolean | null;
  /** Id and name of the whole connector where the source says it; null: the flight's own. */
  readonly connectorId: string | null;
  readonly name: Names;
  readonly bank: string | null;
  readonly use: Connector['use'];
  readonly doorWidthMetres: number | null;
}

/** `featureId` names the place: flights that share it continue one another. */
export interface FlightEnd extends Stop {
  readonly ordinal: number;
}

export interface JoinedFlights {
  readonly connectors: readonly Connector[];
  /** Ids of flights that meet two others on one floor: each stays a connector of its own. */
  readonly forked: readonly string[];
}

/** Makes one connector of each chain of flights of one kind and direction, so that getting on is paid for once. */
export function joinFlights(
  flights: readonly Flight[],
  costs: Record<Connector['kind'], ConnectorCosts> = usualCosts,
): JoinedFlights {
  const connectors: Connector[] = [];
  const forked: string[] = [];
  for (const chain of chainsOf(flights)) {
    const whole = connectorOf(chain, costs);
    if (whole !== undefined) connectors.push(whole);
    else {
      forked.push(...chain.map(({ id }) => id));
      connectors.push(...chain.flatMap((flight) => connectorOf([flight], costs) ?? []));
    }
  }
  return { connectors, forked };
}

/** Flights that hang together by their ends, each list from the lowest up. */
function chainsOf(flights: readonly Flight[]): readonly (readonly Flight[])[] {
  const chainAt = new Map<string, readonly Flight[]>();
  for (const flight of flights) {
    const met = new Set(placesOf(flight).map((place) => chainAt.get(place) ?? []));
    const chain = [...[...met].flat(), flight];
    for (const place of chain.flatMap(placesOf)) chainAt.set(place, chain);
  }
  return [...new Set(chainAt.values())].map((chain) =>
    chain.toSorted((one, other) => one.low.ordinal - other.low.ordinal),
  );
}

const placesOf = ({ kind, way, low, high }: Flight): readonly string[] =>
  [low, high].map(({ featureId }) => `${kind} ${way} ${featureId}`);

/** Undefined: a chain that stands twice on one floor is no single lift or stair. */
function connectorOf(
  chain: readonly Flight[],
  costs: Record<Connector['kind'], ConnectorCosts>,
): Connector | undefined {
  const first = chain[0];
  const ends = new Map(chain.flatMap(({ low, high }) => [low, high]).map((end) => [end.featureId, end]));
  const stops = [...ends.values()].toSorted((one, other) => one.ordinal - other.ordinal);
  if (first === undefined || new Set(stops.map(({ levelId }) => levelId)).size < stops.length) return undefined;
  const { kind, way, bank, use } = first;
  return {
    id: chain.find(({ connectorId }) => connectorId !== null)?.connectorId ?? first.id,
    kind,
    name: chain.find(({ name }) => Object.keys(name).length > 0)?.name ?? {},
    bank,
    use,
    stops: stops.map(({ levelId, featureId, point }) => ({ levelId, featureId, point })),
    way,
    ...costs[kind],
    stepFree: worst(chain.map(({ stepFree }) => stepFree)),
    doorWidthMetres: narrowest(chain.map(({ doorWidthMetres }) => doorWidthMetres)),
  };
}

function worst(all: readonly (boolean | null)[]): boolean | null {
  if (all.includes(false)) return false;
  return all.includes(null) ? null : true;
}

function narrowest(all: readonly (number | null)[]): number | null {
  const known = all.filter((width) => width !== null);
  return known.length === 0 ? null : Math.min(...known);
}
