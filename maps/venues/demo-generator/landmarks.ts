import type { AmenityPiece, Bilingual } from './pieces.ts';
import type { Place } from './plane.ts';

/* Every place where one turns has a picture on the wall, and no picture is twice on a floor. */

/** Just off the corner at which one decides, where it can be seen. */
const turningPlaces = {
  'gallery-a': [33.6, 7.2],
  'gallery-street-west': [33.6, 22.4],
  'gallery-c': [66.4, 7.2],
  'gallery-street-east': [66.4, 22.4],
  'link-west': [33.4, 39.6],
  'link-east': [67.4, 39.6],
  'end-a': [0.4, 9.6],
  'end-street-west': [0.4, 22.5],
  'end-b': [0.4, 38.6],
  'end-c': [99.6, 9.6],
  'end-street-east': [99.6, 24],
  'end-d': [99.6, 38.6],
  'wing-e': [87.6, 39.6],
  'wing-e-turn': [90.8, 69.6],
} as const satisfies Record<string, Place>;

type TurningPlace = keyof typeof turningPlaces;

/** Pictures by where they hang. */
export function pictures(
  named: Readonly<Partial<Record<TurningPlace, readonly [zh: string, en: string]>>>,
): readonly AmenityPiece[] {
  return (Object.keys(turningPlaces) as TurningPlace[]).flatMap((place) => {
    const words = named[place];
    return words === undefined ? [] : [landmark(place, turningPlaces[place], { zh: words[0], en: words[1] }, 0.7)];
  });
}

/** A thing that everybody sees. Salience 0 to 1. */
export function landmark(key: string, at: Place, name: Bilingual, salience: number): AmenityPiece {
  return {
    piece: 'amenity',
    key: `landmark-${key}`,
    category: 'landmark',
    name,
    at,
    accessibility: null,
    hospital: { salience },
  };
}
