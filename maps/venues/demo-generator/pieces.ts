import type { Place, Side } from './plane.ts';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What the extension says of a feature. */
export type Hospital = Readonly<Record<string, unknown>>;

/** One thing on one floor, before it becomes a feature of the archive. `key` is unique on its floor and makes the id. */
export type Piece =
  UnitPiece | OpeningPiece | AmenityPiece | OccupantPiece | FixturePiece | KioskPiece | GuideLinePiece;

export interface UnitPiece {
  readonly piece: 'unit';
  readonly key: string;
  readonly category: string;
  readonly name: Bilingual | null;
  readonly aliases: Bilingual | null;
  readonly restriction: 'employeesonly' | 'restricted' | null;
  readonly accessibility: readonly string[] | null;
  readonly outer: readonly Place[];
  readonly holes: readonly (readonly Place[])[];
  /** Null: the middle of its box. */
  readonly displayPoint: Place | null;
  readonly hospital: Hospital | null;
}

export interface OpeningPiece {
  readonly piece: 'opening';
  readonly key: string;
  readonly category: 'pedestrian' | 'pedestrian.principal' | 'emergencyexit' | 'service' | 'automobile';
  readonly name: Bilingual | null;
  readonly line: readonly [Place, Place];
  readonly door: { readonly automatic: boolean; readonly material: string; readonly type: string };
  readonly accessControl: readonly string[] | null;
  /** Whether a wheelchair passes, 0.9 m at least and without a threshold; where none does, the ground has strips to be felt. */
  readonly stepFree: boolean;
}

export interface AmenityPiece {
  readonly piece: 'amenity';
  readonly key: string;
  readonly category: string;
  readonly name: Bilingual | null;
  readonly at: Place;
  readonly accessibility: readonly string[] | null;
  readonly hospital: Hospital | null;
}

/** Anchored in the unit that has `unit` as its key. */
export interface OccupantPiece {
  readonly piece: 'occupant';
  readonly key: string;
  readonly category: string;
  readonly name: Bilingual;
  readonly unit: string;
  /** Null: the unit's display point. */
  readonly at: Place | null;
  readonly hours: string | null;
  readonly hospital: Hospital | null;
}

export interface FixturePiece {
  readonly piece: 'fixture';
  readonly key: string;
  readonly category: 'desk' | 'furniture' | 'vegetation' | 'equipment';
  readonly name: Bilingual | null;
  readonly outer: readonly Place[];
}

export interface KioskPiece {
  readonly piece: 'kiosk';
  readonly key: string;
  readonly name: Bilingual;
  readonly outer: readonly Place[];
  /** Where its reader stands. */
  readonly standing: Place;
  /** Degrees clockwise from north. */
  readonly heading: number;
  readonly device: { readonly kind: 'terminal' | 'screen'; readonly id: string };
}

/** A guide line on the floor (导向线). */
export interface GuideLinePiece {
  readonly piece: 'guide-line';
  readonly key: string;
  readonly line: readonly Place[];
  readonly colour: Bilingual;
}

type Optional<T, K extends keyof T> = Omit<T, K | 'piece'> & Partial<Pick<T, K>>;

/** A unit; what is left out is null. */
export function unit(
  of: Optional<UnitPiece, 'name' | 'aliases' | 'restriction' | 'accessibility' | 'holes' | 'displayPoint' | 'hospital'>,
): UnitPiece {
  const nothing = { name: null, aliases: null, restriction: null, accessibility: null, displayPoint: null };
  return { piece: 'unit', holes: [], hospital: null, ...nothing, ...of };
}

export interface Door {
  /** Clear width in metres. */
  readonly width: number;
  readonly category: OpeningPiece['category'];
  readonly name: Bilingual | null;
  readonly type: string;
  readonly material: string;
  readonly automatic: boolean;
  readonly accessControl: readonly string[] | null;
  readonly stepFree: boolean;
}

/** An ordinary door: 1.2 m of wood on hinges, so that a trolley passes. */
export const roomDoor: Door = {
  width: 1.2,
  category: 'pedestrian',
  name: null,
  type: 'swinging',
  material: 'wood',
  automatic: false,
  accessControl: null,
  stepFree: true,
};

/** No leaf at all: a counter, a niche, the mouth of a hall. */
export const openFront = (width: number): Partial<Door> => ({ width, type: 'open', material: 'unspecified' });

/** Staff pass with a badge. */
export const badgeDoor: Partial<Door> = { accessControl: ['badgereader'], material: 'metal', width: 1.2 };

export function opening(key: string, line: OpeningPiece['line'], door: Partial<Door> = {}): OpeningPiece {
  const { category, name, type, material, automatic, accessControl, stepFree } = { ...roomDoor, ...door };
  return {
    piece: 'opening',
    key,
    category,
    name,
    line,
    door: { automatic, material, type },
    accessControl,
    stepFree,
  };
}

export type { Place, Side };
