import { z } from 'zod';
import { aliasesOf, namesOf } from '../imdf/names.ts';
import { restrictions } from '../imdf/standard.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Venue } from '../venue.ts';
import type { Change, Corrections } from './corrections.ts';
import { moveOccupant } from './move-occupant.ts';

/* Corrections of maps that are not IMDF, made on the venue that was read of them. */

const labels = z.union([z.record(z.string(), z.string().nullable()), z.string()]);
const seconds = z.number().min(0).max(3600);
const text = z.string().min(1).nullable();

/** Where a corrected property stands in a venue and what it may be; a name that begins with `site.` stands in `site`. */
const places: Readonly<Record<string, readonly [key: string, schema: z.ZodType]>> = {
  category: ['category', z.string().min(1)],
  restriction: ['restriction', z.enum(restrictions).nullable()],
  accessibility: [
    'accessibility',
    z
      .array(z.string())
      .nullable()
      .transform((words) => words ?? []),
  ],
  access_control: [
    'accessControl',
    z
      .array(z.string())
      .nullable()
      .transform((words) => words ?? []),
  ],
  area: ['site.area', text],
  room: ['site.room', text],
  doorNumber: ['site.doorNumber', text],
  pinyin: ['site.pinyin', text],
  departments: ['site.departments', z.array(z.string().min(1))],
  heading: [
    'heading',
    z
      .number()
      .min(-360)
      .max(360)
      .transform((degrees) => (degrees + 360) % 360),
  ],
  device: ['device', z.strictObject({ kind: z.enum(['terminal', 'screen']), id: z.string().min(1) }).nullable()],
  salience: ['salience', z.number().min(0).max(1).nullable()],
  storeyHeight: ['storeyHeight', z.number().min(1).max(30)],
  width: ['widthMetres', z.number().positive().max(50).nullable()],
  doorWidth: ['doorWidthMetres', z.number().positive().max(20).nullable()],
  bank: ['bank', text],
  use: ['use', z.enum(['public', 'bed', 'staff'])],
  way: ['way', z.enum(['both', 'up', 'down'])],
  stepFree: ['stepFree', z.boolean().nullable()],
  entrySeconds: ['entrySeconds', seconds],
  secondsPerFloorUp: ['secondsPerFloorUp', seconds],
  secondsPerFloorDown: ['secondsPerFloorDown', seconds],
};

type Item = Readonly<Record<string, unknown>>;

export function correctVenue(venue: Venue, { changes, add }: Corrections, findings: FindingsOfOneSource): Venue {
  for (const { id } of add) findings.add('bad-correction', id, 'Features can be added to an IMDF archive only.');
  return Object.entries(changes).reduce(
    (corrected, [id, change]) => changed(corrected, { id, change, findings }),
    venue,
  );
}

interface Wish {
  readonly id: string;
  readonly change: Change;
  readonly findings: FindingsOfOneSource;
}

function changed(venue: Venue, { id, change, findings }: Wish): Venue {
  let found = false;
  const apply = <Kind extends { readonly id: string }>(items: readonly Kind[]): readonly Kind[] =>
    items.flatMap((item) => {
      if (item.id !== id) return [item];
      found = true;
      return change.delete
        ? []
        : [changedItem(item as unknown as Item, { id, change, findings }, venue.language) as Kind];
    });
  const corrected: Venue = {
    ...venue,
    levels: apply(venue.levels),
    units: apply(venue.units),
    openings: apply(venue.openings),
    fixtures: apply(venue.fixtures),
    kiosks: apply(venue.kiosks),
    amenities: apply(venue.amenities),
    occupants: apply(venue.occupants),
    connectors: apply(venue.connectors),
    network: { nodes: apply(venue.network.nodes), ways: apply(venue.network.ways) },
  };
  if (!found) findings.add('unknown-correction', id, 'There is no feature of this id to be corrected.');
  return change.delete ? withoutStrays(corrected) : moved(corrected, { id, change, findings });
}

function changedItem(item: Item, { id, change, findings }: Wish, language: string): Item {
  if (change.at !== undefined) findings.add('bad-correction', id, '"at" can be given for an IMDF archive only.');
  return Object.entries({ ...change.set, ...change.hospital }).reduce((corrected, [name, value]): Item => {
    const [key, read] = name === 'name' || name === 'alt_name' ? named(name, value, language) : placed(name, value);
    const [outer = '', inner] = key.split('.');
    if (read === undefined || !(outer in item)) {
      findings.add('bad-correction', id, `"${name}" cannot be set to this, or not on this kind of feature.`);
      return corrected;
    }
    return { ...corrected, [outer]: inner === undefined ? read : { ...(corrected[outer] as Item), [inner]: read } };
  }, item);
}

function named(name: string, value: unknown, language: string): readonly [string, unknown] {
  const read = labels.safeParse(value);
  if (!read.success) return [name, undefined];
  return name === 'name' ? ['name', namesOf(read.data, language)] : ['aliases', aliasesOf(read.data, language)];
}

function placed(name: string, value: unknown): readonly [string, unknown] {
  const [key, schema] = places[name] ?? [];
  const read = schema?.safeParse(value);
  return [key ?? '', read?.success ? read.data : undefined];
}

function moved(venue: Venue, { id, change, findings }: Wish): Venue {
  if (change.unit === undefined) return venue;
  const after = moveOccupant(venue, id, change.unit);
  if (after === venue)
    findings.add('bad-correction', [id, change.unit], 'It cannot be moved: one of the two is not there.');
  return after;
}

/** What belonged to the deleted is deleted with it. */
function withoutStrays(venue: Venue): Venue {
  const levels = new Set(venue.levels.map(({ id }) => id));
  const onALevel = ({ levelId }: { readonly levelId: string }): boolean => levels.has(levelId);
  const units = venue.units.filter(onALevel);
  const nodes = venue.network.nodes.filter(onALevel);
  const places = new Set([...units, ...nodes].map(({ id }) => id));
  const anchors = venue.anchors.filter(({ unitId }) => places.has(unitId));
  const anchored = new Set(anchors.map(({ id }) => id));
  return {
    ...venue,
    units,
    anchors,
    openings: venue.openings.filter(onALevel),
    fixtures: venue.fixtures.filter(onALevel),
    kiosks: venue.kiosks.filter(onALevel),
    amenities: venue.amenities.filter(onALevel),
    occupants: venue.occupants.filter(({ anchorId }) => anchored.has(anchorId)),
    connectors: venue.connectors
      .map((connector) => ({ ...connector, stops: connector.stops.filter(({ featureId }) => places.has(featureId)) }))
      .filter(({ stops }) => stops.length >= 2),
    network: { nodes, ways: venue.network.ways.filter(({ from, to }) => places.has(from) && places.has(to)) },
  };
}
