import type { Place } from '../places.ts';

/** The nearest place of a category and its kinds (`restroom` takes `restroom.male` too); `secondsTo`: Infinity where no way leads. */
export function nearestOf(
  places: readonly Place[],
  category: string,
  secondsTo: (place: Place) => number,
): { readonly place: Place; readonly seconds: number } | null {
  let best: { readonly place: Place; readonly seconds: number } | null = null;
  for (const place of places) {
    if (place.category !== category && !place.category.startsWith(`${category}.`)) continue;
    const seconds = secondsTo(place);
    if (seconds < (best?.seconds ?? Infinity)) best = { place, seconds };
  }
  return best;
}
