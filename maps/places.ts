import type { Names, Point, SiteCodes, Unit, Venue } from './venue.ts';
import { noSiteCodes } from './venue.ts';

/** Something that a person may look for and be sent to, under one name everywhere. */
export interface Place {
  /** Feature id of the occupant, unit, amenity or network node. */
  readonly id: string;
  readonly kind: 'occupant' | 'unit' | 'amenity' | 'node';
  readonly name: Names;
  readonly aliases: readonly Names[];
  readonly category: string;
  readonly levelId: string;
  readonly point: Point;
  /** The unit that it is in or is; null in a network and for an amenity of no unit. */
  readonly unitId: string | null;
  readonly site: SiteCodes;
}

/** All named places of a venue that the public may be sent to. */
export function placesOf(venue: Venue): readonly Place[] {
  const open = new Map(venue.units.filter(isOpenToAll).map((unit) => [unit.id, unit]));
  const occupants = occupantPlaces(venue, open);
  const taken = new Set(occupants.map(({ unitId, name }) => `${unitId} ${JSON.stringify(name)}`));
  const units = [...open.values()]
    .filter((unit) => hasName(unit.name) && !taken.has(`${unit.id} ${JSON.stringify(unit.name)}`))
    .map(unitPlace);
  return [...occupants, ...units, ...amenityPlaces(venue, open), ...nodePlaces(venue)];
}

/** Whether the public may walk through it and be told of it (IMDF restriction, and the category `nonpublic`). */
export function isOpenToAll(unit: Unit): boolean {
  return unit.restriction === null && unit.category !== 'nonpublic';
}

const hasName = (name: Names): boolean => Object.values(name).some((word) => word.trim() !== '');

function occupantPlaces(venue: Venue, open: ReadonlyMap<string, Unit>): readonly Place[] {
  const anchors = new Map(venue.anchors.map((anchor) => [anchor.id, anchor]));
  return venue.occupants.flatMap((occupant): readonly Place[] => {
    const anchor = anchors.get(occupant.anchorId);
    if (anchor === undefined || !open.has(anchor.unitId) || !hasName(occupant.name)) return [];
    const { id, name, aliases, category, site } = occupant;
    const { levelId, point, unitId } = anchor;
    return [{ id, kind: 'occupant', name, aliases, category, levelId, point, unitId, site }];
  });
}

function unitPlace({ id, name, aliases, category, levelId, displayPoint, site }: Unit): Place {
  return { id, kind: 'unit', name, aliases, category, levelId, point: displayPoint, unitId: id, site };
}

function amenityPlaces(venue: Venue, open: ReadonlyMap<string, Unit>): readonly Place[] {
  return venue.amenities.flatMap((amenity): readonly Place[] => {
    const { id, name, aliases, category, levelId, point, unitIds } = amenity;
    if (!hasName(name) || (unitIds.length > 0 && !unitIds.some((unit) => open.has(unit)))) return [];
    const unitId = unitIds.find((unit) => open.has(unit)) ?? null;
    return [{ id, kind: 'amenity', name, aliases, category, levelId, point, unitId, site: noSiteCodes }];
  });
}

function nodePlaces({ network }: Venue): readonly Place[] {
  return network.nodes.flatMap((node): readonly Place[] => {
    const { id, name, aliases, category, levelId, point, restriction } = node;
    if (restriction !== null || !hasName(name)) return [];
    const kind = 'node';
    return [{ id, kind, name, aliases, category: category ?? '', levelId, point, unitId: null, site: noSiteCodes }];
  });
}
