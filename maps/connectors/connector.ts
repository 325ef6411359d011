import { usualCosts } from '../usual-costs.ts';
import type { Connector, Names, Unit } from '../venue.ts';

export type ConnectorKind = Connector['kind'];

/** IMDF's categories of units and relationships that go from floor to floor. */
export const kindOfCategory: Readonly<Record<string, ConnectorKind>> = {
  elevator: 'lift',
  escalator: 'escalator',
  stairs: 'stairs',
  ramp: 'ramp',
};

/** What a source may say of a connector beside where it is; of each of its units, or of the whole. */
export interface ConnectorSettings {
  readonly bank?: string | undefined;
  readonly use?: Connector['use'] | undefined;
  readonly entrySeconds?: number | undefined;
  readonly secondsPerFloorUp?: number | undefined;
  readonly secondsPerFloorDown?: number | undefined;
  /** Ordinals; it passes the others. */
  readonly serves?: readonly number[] | undefined;
  readonly doorWidth?: number | undefined;
  readonly way?: Connector['way'] | undefined;
  readonly stepFree?: boolean | undefined;
}

/** A connector's units from the lowest up, one a floor, with all that was said of them. */
export interface Shaft {
  readonly id: string;
  readonly kind: ConnectorKind;
  readonly units: readonly Unit[];
  readonly name: Names;
  readonly way: Connector['way'];
  readonly settings: ConnectorSettings;
}

export function connectorOf({ id, kind, units, name, way, settings }: Shaft): Connector {
  const usual = usualCosts[kind];
  return {
    id,
    kind,
    name: firstName([name, ...units.map((unit) => unit.name)]),
    bank: settings.bank ?? null,
    use: settings.use ?? (units.some(({ restriction }) => restriction !== null) ? 'staff' : 'public'),
    stops: units.map(({ id: featureId, levelId, displayPoint }) => ({ levelId, featureId, point: displayPoint })),
    way,
    entrySeconds: settings.entrySeconds ?? usual.entrySeconds,
    secondsPerFloorUp: settings.secondsPerFloorUp ?? usual.secondsPerFloorUp,
    secondsPerFloorDown: settings.secondsPerFloorDown ?? usual.secondsPerFloorDown,
    stepFree: settings.stepFree ?? usuallyStepFree(kind, units),
    doorWidthMetres: settings.doorWidth ?? null,
  };
}

/** What any of the units says counts for the whole; the first one that says it. */
export function mergedSettings(all: readonly (ConnectorSettings | null | undefined)[]): ConnectorSettings {
  const said = all.filter((settings) => settings !== null && settings !== undefined);
  return Object.assign({}, ...said.toReversed()) as ConnectorSettings;
}

export function firstName(names: readonly Names[]): Names {
  return names.find((name) => Object.keys(name).length > 0) ?? {};
}

/** A lift is, a ramp where it is said to be; on the others wheels do not go. */
function usuallyStepFree(kind: ConnectorKind, units: readonly Unit[]): boolean | null {
  if (kind === 'lift') return true;
  if (kind !== 'ramp') return false;
  return units.some(({ accessibility }) => accessibility.includes('wheelchair')) ? true : null;
}
