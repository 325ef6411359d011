import type { Venue } from '../venue.ts';
import type { FindingsOfOneSource } from './findings.ts';

interface Described {
  readonly id: string;
  readonly category: string;
  readonly accessibility: readonly string[];
}

/** Connectors, accessibility, headings, and what the authoring tool filled in and nobody changed. */
export function checkFittings(venue: Venue, findings: FindingsOfOneSource): void {
  reportConnectors(venue, findings);
  reportAccessibility(venue, findings);
  reportDefaults(venue, findings);
  const blind = venue.kiosks.filter(({ heading }) => heading === null).map(({ id }) => id);
  if (blind.length > 0)
    findings.add(
      'kiosk-without-heading',
      blind,
      'Nobody says where its reader looks to; the venue cannot be published.',
    );
}

function reportConnectors({ connectors, levels, network }: Venue, findings: FindingsOfOneSource): void {
  for (const { id, kind, way } of connectors)
    if (way !== 'both')
      findings.add('one-way-connector', id, `This ${kind === 'stairs' ? 'stair' : kind} runs ${way} only.`);
  const oneWay = network.ways.filter(({ kind, way }) => kind === 'escalator' && way === 'forward').map(({ id }) => id);
  if (oneWay.length > 0) findings.add('one-way-connector', oneWay, 'This escalator within a floor runs one way.');
  if (levels.length < 2) return;
  const joined = new Set(connectors.flatMap(({ stops }) => stops.map(({ levelId }) => levelId)));
  const apart = levels.filter(({ id }) => !joined.has(id)).map(({ id }) => id);
  if (apart.length > 0)
    findings.add('unjoined-level', apart, 'No lift, stair, escalator or ramp joins it to another level.');
}

function reportAccessibility({ units, amenities, openings }: Venue, findings: FindingsOfOneSource): void {
  const silent = (all: readonly Described[], test: RegExp): readonly string[] =>
    all.filter(({ category, accessibility }) => test.test(category) && accessibility.length === 0).map(({ id }) => id);
  const groups = [
    ['lift', silent(units, /^elevator$/)],
    ['ramp', silent(units, /^ramp$/)],
    ['restroom', silent([...units, ...amenities], /^restroom(?!.*wheelchair)/)],
    ['opening', silent(openings, /^pedestrian/)],
  ] as const;
  for (const [what, ids] of groups)
    if (ids.length > 0)
      findings.add('missing-accessibility', ids, `The ${what} does not say whether a wheelchair can use it.`);
}

/** Fewer prove nothing. */
const enoughToTell = 4;

function reportDefaults({ openings, occupants, units }: Venue, findings: FindingsOfOneSource): void {
  const plain = openings.filter(
    ({ category, accessibility, accessControl, automatic }) =>
      category === 'pedestrian' && accessibility.length === 0 && accessControl.length === 0 && !automatic,
  );
  if (openings.length >= enoughToTell && plain.length === openings.length)
    findings.add(
      'default-left',
      idsOf(openings),
      'Every opening is a plain pedestrian one of which nothing else is said.',
    );
  reportOneCategory(occupants, 'occupants', findings);
  reportOneCategory(units, 'units', findings);
}

/** Four of five of one category are no description but a default. */
function reportOneCategory(
  all: readonly { readonly id: string; readonly category: string }[],
  what: string,
  findings: FindingsOfOneSource,
): void {
  const most = [...Map.groupBy(all, ({ category }) => category)].toSorted(([, a], [, b]) => b.length - a.length)[0];
  if (most === undefined || all.length < enoughToTell || most[1].length < all.length * 0.8) return;
  findings.add(
    'default-left',
    idsOf(most[1]),
    `${most[1].length} of ${all.length} ${what} are of the category "${most[0]}".`,
  );
}

const idsOf = (all: readonly { readonly id: string }[]): readonly string[] => all.map(({ id }) => id);
