import type { Connector } from '@lobby/maps/venue.ts';
import type { Closable, Words } from '../contract/index.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import type { Serving } from './serving.ts';
import type { StoredChange } from './storage.ts';

const kinds: readonly Connector['kind'][] = ['lift', 'escalator', 'stairs', 'ramp'];
const kindNames: Readonly<Record<Connector['kind'], Words>> = {
  lift: { zh: '电梯', en: 'Lift' },
  escalator: { zh: '扶梯', en: 'Escalator' },
  stairs: { zh: '楼梯', en: 'Stairs' },
  ramp: { zh: '坡道', en: 'Ramp' },
};

/** What an operator closes most: lifts, escalators, stairs and ramps, and the areas of the site; then what is closed besides. */
export function closablesOf(serving: Serving, changes: readonly StoredChange[]): readonly Closable[] {
  const closed = new Map(
    changes.flatMap(({ change, made_at, made_by }) =>
      change.change === 'closed'
        ? [[change.feature, { at: made_at, by: made_by, note: change.note ?? '' }] as const]
        : [],
    ),
  );
  const usual = [...connectorsOf(serving), ...areasOf(serving)];
  const known = new Set(usual.map(({ id }) => id));
  const others = [...closed.keys()].filter((id) => !known.has(id)).flatMap((id) => otherOf(serving, id) ?? []);
  return [...usual, ...others].map((each) => ({ ...each, closed: closed.get(each.id) ?? null }));
}

type Open = Omit<Closable, 'closed'>;

function connectorsOf({ venue, levels }: Serving): readonly Open[] {
  const sorted = [...venue.connectors].sort(
    (one, other) =>
      kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
      nameOf(one).localeCompare(nameOf(other), 'zh', { numeric: true }),
  );
  return sorted.map(({ id, kind, name, stops }) => ({
    id,
    kind,
    name: inBoth(name) ?? kindNames[kind],
    levels: stops.flatMap(({ levelId }) => levels.get(levelId) ?? []),
  }));
}

function nameOf({ name, id }: Connector): string {
  return inBoth(name)?.zh ?? id;
}

/** A department is closed by the room that it is in. */
function areasOf({ places, levels, ofArea }: Serving): readonly Open[] {
  return [...new Set(ofArea.values())].flatMap((placeId): readonly Open[] => {
    const place = places.get(placeId);
    const level = place && levels.get(place.levelId);
    const name = place && inBoth(place.name);
    if (place === undefined || level === undefined || name === undefined || name === null) return [];
    return [{ id: place.unitId ?? place.id, kind: 'area', name, levels: [level] }];
  });
}

function otherOf({ venue, levels }: Serving, id: string): Open | undefined {
  const unit = venue.units.find((each) => each.id === id);
  const opening = venue.openings.find((each) => each.id === id);
  const found = unit ?? opening;
  const level = found && levels.get(found.levelId);
  if (found === undefined || level === undefined) return undefined;
  const kind = unit === undefined ? 'opening' : 'room';
  const unnamed = kind === 'room' ? { zh: '无名房间', en: 'Unnamed room' } : { zh: '门', en: 'Door' };
  return { id, kind, name: inBoth(found.name) ?? unnamed, levels: [level] };
}

/** Whether the map has something of this id that can be closed. */
export function canClose({ venue }: Serving, id: string): boolean {
  const { connectors, units, openings, network } = venue;
  return [connectors, units, openings, network.ways, network.nodes].some((features) =>
    features.some((feature) => feature.id === id),
  );
}
