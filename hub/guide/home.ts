import { offeredCategories, type CategoryId } from '@lobby/maps/search/categories.ts';
import type { GuideHome } from '../contract/index.ts';
import { distanceFrom } from './distance.ts';
import { publicPlace } from './ends.ts';
import type { Serving } from './serving.ts';

/** More of a kind is found by its name. */
const mostOfCategory = 40;
/** Of these anyone will do, and the nearest does best; all others are listed floor by floor. */
const nearestFirst: readonly CategoryId[] = ['toilets', 'lifts', 'food-shops', 'doors', 'service'];

/** What is offered before anybody has typed anything, to somebody at `from`, a feature id. */
export function homeOf(serving: Serving, from: string | undefined): GuideHome {
  const distance = distanceFrom(serving, from);
  const offered = offeredCategories([...serving.places.values()], serving.venue.levels);
  return {
    version: serving.version,
    categories: offered.flatMap(({ id, name, places }) => {
      const near = nearestFirst.includes(id)
        ? places.toSorted((one, other) => distance(one) - distance(other))
        : places;
      const shown = near.flatMap((place) => publicPlace(serving, place) ?? []).slice(0, mostOfCategory);
      return shown.length === 0 ? [] : [{ id, name: { ...name }, places: shown }];
    }),
  };
}
