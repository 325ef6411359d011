import { floorNumber } from '@lobby/config/wording/floors.ts';
import type { Words } from '../contract/index.ts';
import { guidePlaceOf, movedTo, placeOfArea } from './ends.ts';
import type { Serving } from './serving.ts';

/** Where the map has what the settings have elsewhere: levels of areas, and queues whose department has moved. */
export interface PlacesOnMap {
  readonly levels: ReadonlyMap<string, number>;
  readonly moved: ReadonlyMap<string, { readonly name: Words; readonly level: number }>;
}

export const nowhereElse: PlacesOnMap = { levels: new Map(), moved: new Map() };

export function placesOnMap(serving: Serving): PlacesOnMap {
  const { areas } = serving.site;
  return {
    levels: new Map(
      areas.flatMap(({ id }) => {
        const place = guidePlaceOf(serving, placeOfArea(serving, id) ?? '');
        return place === undefined ? [] : [[id, floorNumber(place.level)] as const];
      }),
    ),
    moved: new Map(
      areas.flatMap(({ queues }) =>
        queues.flatMap(({ id, clinic }) => {
          const place = guidePlaceOf(serving, movedTo(serving, clinic) ?? '');
          return place === undefined ? [] : [[id, { name: place.name, level: floorNumber(place.level) }] as const];
        }),
      ),
    ),
  };
}
