/**
 * A venue as every importer leaves it and everything else reads it: IMDF's features and words, on a local plane. Lengths
 * are metres; x runs east and y north from the venue's origin.
 */
export interface Venue {
  /** Id of the IMDF venue feature, else of the file. */
  readonly id: string;
  readonly name: Names;
  /** BCP-47 tag of the language that names are given in first. */
  readonly language: string;
  /** Where 0, 0 is, in degrees (WGS 84). Null: the source has no place on Earth, as a table of plan pixels. */
  readonly origin: { readonly lon: number; readonly lat: number } | null;
  /** Whom the data belongs to, where their licence wants it said: "© OpenStreetMap contributors". */
  readonly attribution: string | null;
  /** By rising ordinal. */
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly openings: readonly Opening[];
  readonly fixtures: readonly Fixture[];
  readonly kiosks: readonly Kiosk[];
  readonly amenities: readonly Amenity[];
  readonly anchors: readonly Anchor[];
  readonly occupants: readonly Occupant[];
  readonly geofences: readonly Geofence[];
  readonly details: readonly Detail[];
  readonly connectors: readonly Connector[];
  /** Ways that the source gives as lines instead of areas; empty in IMDF. */
  readonly network: Network;
}

/** Names by BCP-47 tag: `{ zh: '药房', en: 'Pharmacy' }`. Empty: none. */
export type Names = Readonly<Record<string, string>>;

export type Point = readonly [x: number, y: number];
/** Without the repeated last point; outer rings run counter-clockwise, holes clockwise. */
export type Ring = readonly Point[];
export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

export interface Level {
  readonly id: string;
  /** 0: ground. Its name on signs is `shortName`, never made from this number. */
  readonly ordinal: number;
  readonly name: Names;
  /** As signed in the lift: 1, B1, 3F. */
  readonly shortName: Names;
  readonly outdoor: boolean;
  /** From this floor to the next. Metres. */
  readonly storeyHeight: number;
  readonly outline: readonly Polygon[];
}

/** `employeesonly` and `restricted` as in IMDF. Neither is walked through nor named by a public route. */
export type Restriction = 'employeesonly' | 'restricted';

export interface Unit {
  readonly id: string;
  readonly levelId: string;
  /** IMDF's word, or the source's own where IMDF has none. */
  readonly category: string;
  readonly restriction: Restriction | null;
  readonly accessibility: readonly string[];
  readonly name: Names;
  readonly aliases: readonly Names[];
  /** Inside one of the polygons. */
  readonly displayPoint: Point;
  readonly polygons: readonly Polygon[];
  readonly site: SiteCodes;
}

export interface Opening {
  readonly id: string;
  readonly levelId: string;
  /** IMDF's word: pedestrian, emergencyexit, service … */
  readonly category: string;
  readonly accessibility: readonly string[];
  readonly accessControl: readonly string[];
  readonly automatic: boolean;
  readonly name: Names;
  /** The door's two jambs, or one point twice where the source has a point only. */
  readonly line: readonly [Point, Point];
  /** Clear width. Null: unknown. */
  readonly widthMetres: number | null;
}

export interface Fixture {
  readonly id: string;
  readonly levelId: string;
  readonly category: string;
  readonly name: Names;
  readonly polygons: readonly Polygon[];
}

/** A terminal or a screen: a thing with a face that people stand before. */
export interface Kiosk {
  readonly id: string;
  readonly levelId: string;
  readonly name: Names;
  readonly polygons: readonly Polygon[];
  /** Where its reader stands. */
  readonly point: Point;
  /** Where its reader looks to, degrees clockwise from north. Null: not said; the venue cannot be published. */
  readonly heading: number | null;
  /** The site's id of the terminal or screen; null: none of ours. */
  readonly device: { readonly kind: 'terminal' | 'screen'; readonly id: string } | null;
}

export interface Amenity {
  readonly id: string;
  readonly levelId: string;
  readonly category: string;
  readonly name: Names;
  readonly aliases: readonly Names[];
  readonly accessibility: readonly string[];
  readonly point: Point;
  readonly unitIds: readonly string[];
  /** How well it is known and seen, 0 to 1. Null: by its category. */
  readonly salience: number | null;
}

export interface Anchor {
  readonly id: string;
  readonly levelId: string;
  readonly unitId: string;
  readonly point: Point;
}

/** Who is where: a department, a pharmacy, a shop. */
export interface Occupant {
  readonly id: string;
  readonly category: string;
  readonly name: Names;
  readonly aliases: readonly Names[];
  readonly anchorId: string;
  readonly site: SiteCodes;
}

/** What of the site's configuration and of the hospital's directory a feature is. */
export interface SiteCodes {
  /** A waiting area (诊区) of the site. */
  readonly area: string | null;
  /** A room of the site. */
  readonly room: string | null;
  /** Codes of the hospital's departments, as its directory has them. */
  readonly departments: readonly string[];
  /** As on the door: 3-12, B101. */
  readonly doorNumber: string | null;
  /** A reading that the dictionary would get wrong, by syllables: `zhǎng zhě fú wù chù`. */
  readonly pinyin: string | null;
}

export const noSiteCodes: SiteCodes = { area: null, room: null, departments: [], doorNumber: null, pinyin: null };

/** Of use here: `underconstruction`, which closes what lies in it. */
export interface Geofence {
  readonly id: string;
  readonly levelIds: readonly string[];
  readonly category: string;
  readonly name: Names;
  readonly polygons: readonly Polygon[];
}

/** A line on the floor; with a colour it is a guide line (导向线). */
export interface Detail {
  readonly id: string;
  readonly levelId: string;
  readonly line: readonly Point[];
  readonly guide: { readonly colour: Names } | null;
}

/** A lift, stair, escalator or ramp between levels: one thing with an entry cost and a cost a floor, not a chain of edges. */
export interface Connector {
  readonly id: string;
  readonly kind: 'lift' | 'escalator' | 'stairs' | 'ramp';
  /** As signed: 3 号电梯, Lift 3. */
  readonly name: Names;
  /** Lifts that stand together and are waited for together. */
  readonly bank: string | null;
  readonly use: 'public' | 'bed' | 'staff';
  /** By rising ordinal, at least two. */
  readonly stops: readonly Stop[];
  readonly way: 'both' | 'up' | 'down';
  readonly entrySeconds: number;
  readonly secondsPerFloorUp: number;
  readonly secondsPerFloorDown: number;
  /** Null: unknown, which is not step-free. */
  readonly stepFree: boolean | null;
  readonly doorWidthMetres: number | null;
}

export interface Stop {
  readonly levelId: string;
  /** The feature at which one gets on and off: a unit, or a node of the network. */
  readonly featureId: string;
  readonly point: Point;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly ways: readonly NetworkWay[];
}

export interface NetworkNode {
  readonly id: string;
  readonly levelId: string;
  readonly point: Point;
  /** The source's type, in IMDF's words where there is one. */
  readonly category: string | null;
  readonly name: Names;
  readonly aliases: readonly Names[];
  readonly restriction: Restriction | null;
}

/** Between two nodes of one level. */
export interface NetworkWay {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: 'walk' | 'steps' | 'ramp' | 'movingwalkway' | 'escalator';
  readonly way: 'both' | 'forward';
  readonly metres: number;
  readonly stepFree: boolean | null;
  readonly widthMetres: number | null;
  readonly restriction: Restriction | null;
}
