import { planeAbout, type Plane } from '../geometry/plane.ts';
import { isInsideAny, pointWithin } from '../geometry/polygon.ts';
import { mendPolygon, type RingTrouble } from '../geometry/validity.ts';
import type { FindingsOfOneSource } from '../report/findings.ts';
import type { Names, Point, Polygon } from '../venue.ts';
import type { RawFeature } from './features.ts';
import type { Located } from './locate.ts';
import { aliasesOf, namesOf, type Labels } from './names.ts';
import type { PropertiesOf } from './properties.ts';
import { readProperties } from './read-properties.ts';
import { restrictions, type FeatureType } from './standard.ts';

/** A feature with its properties read. */
export interface Read<Type extends FeatureType> {
  readonly id: string;
  readonly properties: PropertiesOf<Type>;
}

const troubles: Readonly<Record<RingTrouble, string>> = {
  'too-few-points': 'A ring has fewer than three corners',
  'too-many-points': 'A ring has more corners than any building',
  'no-area': 'A ring has no area',
  'crosses-itself': 'A ring crosses itself',
};

/** An archive while a venue is made of it: its features by type, and their shapes on the venue's plane. */
export class Reading {
  readonly findings: FindingsOfOneSource;
  readonly language: string;
  readonly plane: Plane;
  readonly #features: ReadonlyMap<string, RawFeature>;
  readonly #shapes: Located['shapes'];
  /** What was read once is reported once. */
  readonly #read = new Map<FeatureType, readonly Read<FeatureType>[]>();
  readonly #polygons = new Map<string, readonly Polygon[]>();

  constructor(source: {
    findings: FindingsOfOneSource;
    language: string;
    features: ReadonlyMap<string, RawFeature>;
    located: Located;
  }) {
    this.findings = source.findings;
    this.language = source.language;
    this.plane = planeAbout(source.located.centre);
    this.#features = source.features;
    this.#shapes = source.located.shapes;
  }

  all<Type extends FeatureType>(type: Type): readonly Read<Type>[] {
    const read = this.#read.get(type) ?? this.#readAll(type);
    this.#read.set(type, read);
    return read as readonly Read<Type>[];
  }

  #readAll<Type extends FeatureType>(type: Type): readonly Read<Type>[] {
    return [...this.#features.values()].flatMap((raw): Read<Type>[] => {
      if (raw.type !== type) return [];
      const properties = readProperties(type, raw, this.findings);
      return properties === undefined ? [] : [{ id: raw.id, properties }];
    });
  }

  typeOf(id: string): FeatureType | undefined {
    return this.#features.get(id)?.type;
  }

  names(labels: Labels): Names {
    return namesOf(labels, this.language);
  }

  aliases(labels: Labels): readonly Names[] {
    return aliasesOf(labels, this.language);
  }

  point(id: string): Point | undefined {
    const shape = this.#shapes.get(id);
    return shape?.kind === 'point' ? this.plane.toPlane(shape.at) : undefined;
  }

  line(id: string): readonly Point[] | undefined {
    const shape = this.#shapes.get(id);
    return shape?.kind === 'line' ? shape.points.map(this.plane.toPlane) : undefined;
  }

  /** Mended where they can be; empty: none that can be used, which is reported. */
  polygons(id: string): readonly Polygon[] {
    const polygons = this.#polygons.get(id) ?? this.#mendedPolygons(id);
    this.#polygons.set(id, polygons);
    return polygons;
  }

  #mendedPolygons(id: string): readonly Polygon[] {
    const shape = this.#shapes.get(id);
    if (shape?.kind !== 'polygons') return [];
    return shape.polygons.flatMap((rings): readonly Polygon[] => {
      const mended = mendPolygon(rings.map((ring) => ring.map(this.plane.toPlane)));
      if (!mended.ok) this.findings.add('bad-geometry', id, `${troubles[mended.trouble]}.`);
      else if (mended.mended)
        this.findings.add('mended-geometry', id, 'A ring crosses itself or a hole has no area; it was mended.');
      return mended.ok ? mended.polygons : [];
    });
  }

  /** Where its name is written: as the source says if that is within it. */
  displayPoint(
    display: { coordinates: [number, number, ...unknown[]] } | null | undefined,
    polygons: readonly Polygon[],
  ): Point {
    if (display) {
      const [lon, lat] = display.coordinates;
      const point = this.plane.toPlane({ lon, lat });
      if (isInsideAny(point, polygons)) return point;
    }
    return pointWithin(polygons) ?? [0, 0];
  }

  /** What is not known is the stricter of the two. */
  restriction(id: string, said: string | null | undefined): 'employeesonly' | 'restricted' | null {
    if (!said) return null;
    const known = restrictions.find((restriction) => restriction === said.trim().toLowerCase());
    if (known === undefined)
      this.findings.add('bad-property', id, `The restriction "${said}" is not known; it was read as restricted.`);
    return known ?? 'restricted';
  }

  missing(id: string, type: FeatureType, property: keyof typeof typeOfReference, to: string): void {
    const [found, wanted] = [this.typeOf(to), typeOfReference[property]];
    const left = found === wanted ? 'was left out itself' : `is a ${found}`;
    const why = found === undefined ? 'does not exist' : left;
    this.findings.add('dangling-reference', [id, to], `The ${type} was left out: its ${property} ${why}.`);
  }
}

const typeOfReference = { level_id: 'level', unit_id: 'unit', unit_ids: 'unit', anchor_id: 'anchor' } as const;
