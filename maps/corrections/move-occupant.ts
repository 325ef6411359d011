import type { Anchor, Venue } from '../venue.ts';

/**
 * The venue with an occupant in another unit: 中医科搬至二层. It stands in the middle of that unit and takes its door number;
 * what it is called stays. Without the occupant or the unit the venue is as it was.
 */
export function moveOccupant(venue: Venue, occupantId: string, unitId: string): Venue {
  const occupant = venue.occupants.find(({ id }) => id === occupantId);
  const unit = venue.units.find(({ id }) => id === unitId);
  if (occupant === undefined || unit === undefined) return venue;
  const anchor: Anchor = { id: anchorOfMove(occupantId), levelId: unit.levelId, unitId, point: unit.displayPoint };
  const site = { ...occupant.site, doorNumber: unit.site.doorNumber };
  const moved = { ...occupant, anchorId: anchor.id, site };
  return {
    ...venue,
    occupants: venue.occupants.map((other) => (other.id === occupantId ? moved : other)),
    anchors: [...venue.anchors.filter(({ id }) => id !== anchor.id), anchor],
  };
}

/** Its old anchor may be another's as well, and a move may be made again. */
const anchorOfMove = (occupantId: string): string => `${occupantId}#moved`;
