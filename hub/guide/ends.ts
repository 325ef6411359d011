import type { Place } from '@lobby/maps/places.ts';
import type { GuideEnd, GuidePlace, Words } from '../contract/index.ts';
import { inBoth } from '@lobby/maps/words/names.ts';
import { deviceName, type Serving } from './serving.ts';

/** The feature of the map that an end means; undefined: the map has none such. */
export function featureOfEnd(serving: Serving, end: GuideEnd): string | undefined {
  switch (end.of) {
    case 'place':
      return end.id;
    case 'area':
      return placeOfArea(serving, end.id);
    case 'queue':
      return placeOfQueue(serving, end.id);
    case 'room':
      return serving.ofRoom.get(end.id);
    case 'terminal':
    case 'screen':
      return serving.ofDevice.get(deviceName(end.of, end.id));
  }
}

/** A place as it is told; undefined: nothing that the public is told of. */
export function guidePlaceOf(serving: Serving, featureId: string): GuidePlace | undefined {
  const place = serving.places.get(featureId);
  if (place !== undefined) return publicPlace(serving, place);
  const kiosk = serving.kiosks.get(featureId);
  const level = kiosk && serving.levels.get(kiosk.levelId);
  if (kiosk === undefined || level === undefined) return undefined;
  const name = inBoth(kiosk.name) ?? { zh: '自助机', en: 'Terminal' };
  return { id: kiosk.id, name, detail: null, level };
}

export function publicPlace(serving: Serving, place: Place): GuidePlace | undefined {
  const level = serving.levels.get(place.levelId);
  const name = inBoth(place.name);
  if (level === undefined || name === null) return undefined;
  return { id: place.id, name, detail: detailOf(place, name), level };
}

/** The number on the door, else another name, where the name does not say it. */
function detailOf({ site, aliases }: Place, name: Words): Words | null {
  const { doorNumber } = site;
  if (doorNumber !== null && !name.zh.includes(doorNumber)) return { zh: doorNumber, en: doorNumber };
  const other = aliases.map(inBoth).find((alias) => alias !== null && alias.zh !== name.zh && alias.en !== name.en);
  return other ?? null;
}

/** Where the patients of an area wait; where all its departments have moved away, with the first of them. */
export function placeOfArea(serving: Serving, areaId: string): string | undefined {
  const area = serving.site.areas.find(({ id }) => id === areaId);
  const moved = area?.queues.map(({ clinic }) => movedTo(serving, clinic)) ?? [];
  const [first] = moved;
  return first !== undefined && !moved.includes(undefined) ? first : serving.ofArea.get(areaId);
}

/** Where the patients of a queue wait: in its area, unless its department has moved; else where the department is. */
function placeOfQueue(serving: Serving, queueId: string): string | undefined {
  for (const area of serving.site.areas)
    for (const { id, clinic } of area.queues)
      if (id === queueId)
        return movedTo(serving, clinic) ?? serving.ofArea.get(area.id) ?? serving.ofDepartment.get(clinic);
  return undefined;
}

/** The place of a department that was moved by hand. */
export function movedTo({ ofDepartment, moved }: Serving, clinic: string): string | undefined {
  const placeId = ofDepartment.get(clinic);
  return placeId !== undefined && moved.has(placeId) ? placeId : undefined;
}
