import type { FindingsOfOneSource } from '../report/findings.ts';
import { usualCosts } from '../usual-costs.ts';
import type { Connector } from '../venue.ts';
import type { OsmPoint } from './features.ts';
import { copiesOf, levelIdOf, wholeFloor } from './levels.ts';
import type { Places } from './places.ts';
import type { Shaft } from './read-areas.ts';
import { stackedShafts } from './stacked-shafts.ts';
import { namesOf, restrictionOf, stepFreeOf, widthOf } from './words-of-tags.ts';
import type { Tags } from './features.ts';

interface Source {
  readonly points: readonly OsmPoint[];
  readonly shafts: readonly Shaft[];
  readonly places: Places;
  /** Levels on which anything else may be walked. */
  readonly walked: ReadonlySet<string>;
  readonly language: string;
  readonly findings: FindingsOfOneSource;
}

/** Lifts drawn as points, and lifts and stairs drawn as areas that stand on several floors. */
export function readLifts({ points, shafts, places, walked, language, findings }: Source): readonly Connector[] {
  const lifts = points.filter(({ tags }) => tags['highway'] === 'elevator');
  const asPoints = lifts.map(({ id, tags, point }) => {
    const floors = [...new Set(copiesOf(tags).flat().map(wholeFloor))].filter((floor) => walked.has(levelIdOf(floor)));
    const stops = floors
      .toSorted((one, other) => one - other)
      .map((floor) => ({ levelId: levelIdOf(floor), point, featureId: places.at(point, floor, `${id}@${floor}`).id }));
    return connectorOf({ id, kind: 'lift', tags, stops, language });
  });
  const asAreas = stackedShafts(shafts).map(({ id, kind, tags, units }) => {
    const reached = units.filter(({ levelId }) => walked.has(levelId));
    const stops = reached.map((unit) => ({ levelId: unit.levelId, point: unit.displayPoint, featureId: unit.id }));
    return connectorOf({ id: units.some((unit) => unit.id === id) ? `${id}#shaft` : id, kind, tags, stops, language });
  });
  const all = [...asPoints, ...asAreas];
  for (const { id, stops } of all)
    if (stops.length < 2) findings.add('missing-connector', id, 'A lift or stairs reach one mapped floor only.');
  return all.filter(({ stops }) => stops.length > 1);
}

type Wish = Pick<Connector, 'id' | 'kind' | 'stops'> & { readonly tags: Tags; readonly language: string };

function connectorOf({ id, kind, tags, stops, language }: Wish): Connector {
  return {
    id,
    kind,
    name: namesOf(tags, language),
    bank: null,
    use: restrictionOf(tags) === null ? 'public' : 'staff',
    stops,
    way: 'both',
    ...usualCosts[kind],
    // A lift takes wheels unless somebody has seen otherwise.
    stepFree: kind === 'lift' ? stepFreeOf(tags) !== false : false,
    doorWidthMetres: widthOf(tags),
  };
}
