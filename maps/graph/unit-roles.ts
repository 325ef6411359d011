import type { Unit } from '../venue.ts';
import type { EdgeKind } from './walk-graph.ts';

/** How a unit is moved in: through it, only into it, or not at all. */
export type UnitRole = 'walk' | 'steps' | 'ramp' | 'movingwalkway' | 'room' | 'void';

// What a map draws and nobody walks in: holes, walls, pillars, beds of flowers.
const solid = new Set([
  'opentobelow',
  'brick',
  'column',
  'concrete',
  'drywall',
  'glass',
  'structure',
  'vegetation',
  'wood',
]);

// IMDF's traversal categories, and the open grounds that authors use for them.
const walked = new Set([
  'walkway',
  'walkway.island',
  'lobby',
  'footbridge',
  'unenclosedarea',
  'platform',
  'road',
  'parking',
  'corridor',
  'area',
]);
// Open halls where nothing says that they have a door.
const openWithoutDoor = new Set(['waitingroom', 'lounge']);

/** Whether nobody walks in it. */
export const isSolid = ({ category }: Unit): boolean => solid.has(category);

/** Whether one walks in it as a matter of course. */
export const isWalked = ({ category }: Unit): boolean => walked.has(category);

/** The role of a unit; a hall is open ground where no opening leads to it. */
export function roleOf(unit: Unit, hasOpening: boolean): UnitRole {
  if (solid.has(unit.category)) return 'void';
  if (unit.restriction !== null) return 'room';
  if (unit.category === 'steps' || unit.category === 'ramp' || unit.category === 'movingwalkway') return unit.category;
  if (walked.has(unit.category)) return 'walk';
  return openWithoutDoor.has(unit.category) && !hasOpening ? 'walk' : 'room';
}

/** The kind of the edges within a unit of this role. */
export function edgeKindIn(role: UnitRole): EdgeKind {
  return role === 'steps' || role === 'ramp' || role === 'movingwalkway' ? role : 'walk';
}

/**
 * What people cross where there is no other way on the floor to what lies behind: waiting halls, and the landings of
 * stairwells with doors to two corridors. Halls rather than landings.
 */
export function crossedAtNeed({ category, restriction }: Unit): 'hall' | 'landing' | undefined {
  if (restriction !== null) return undefined;
  if (openWithoutDoor.has(category)) return 'hall';
  return category === 'stairs' ? 'landing' : undefined;
}
