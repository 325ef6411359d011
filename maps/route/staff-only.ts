import { isOpenToAll } from '../places.ts';
import type { Venue } from '../venue.ts';

/** Whether a feature is a unit of the staff's, or in none but such. */
export function isStaffOnly(venue: Venue, feature: string): boolean {
  const ids = known.get(venue) ?? staffOnlyIds(venue);
  known.set(venue, ids);
  return ids.has(feature);
}

const known = new WeakMap<Venue, ReadonlySet<string>>();

function staffOnlyIds({ units, anchors, amenities, occupants, network }: Venue): ReadonlySet<string> {
  const all = new Set(units.map(({ id }) => id));
  const closed = new Set(units.filter((unit) => !isOpenToAll(unit)).map(({ id }) => id));
  const behind = anchors.filter(({ unitId }) => closed.has(unitId)).map(({ id }) => id);
  const inside = amenities.filter(({ unitIds }) => {
    const around = unitIds.filter((id) => all.has(id));
    return around.length > 0 && around.every((id) => closed.has(id));
  });
  return new Set([
    ...closed,
    ...behind,
    ...occupants.filter(({ anchorId }) => behind.includes(anchorId)).map(({ id }) => id),
    ...inside.map(({ id }) => id),
    ...network.nodes.filter(({ restriction }) => restriction !== null).map(({ id }) => id),
  ]);
}
