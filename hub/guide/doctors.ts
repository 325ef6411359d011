import { randomUUIDv7 } from 'node:crypto';
import type { Site } from '@lobby/config';
import { englishNameExtension, identifierSystems, type Directory, type HospitalPort } from '../hospital/port.ts';
import type { Serving } from './serving.ts';

/** Another name under which a place is found. */
export interface ExtraName {
  readonly placeId: string;
  readonly name: string;
  readonly lang: 'zh' | 'en';
}

/** Doctors by the rooms and clinics in which the hospital's directory has them; none while it cannot be asked. */
export async function askDoctors(port: HospitalPort): Promise<Directory | undefined> {
  if (port.capabilities()['directory.list'] === 'unsupported') return undefined;
  const context = { terminalId: null, operatorId: null, traceId: randomUUIDv7(), locale: 'zh-CN' } as const;
  const asked = await port.directory.list(context);
  return asked.ok ? asked.value : undefined;
}

/** Names of the site's areas, rooms and queues, and of doctors, for the places where they are. */
export function extraNames(serving: Serving, site: Site, directory: Directory | undefined): readonly ExtraName[] {
  return [...siteNames(serving, site), ...(directory === undefined ? [] : doctorNames(serving, site, directory))];
}

function siteNames({ ofArea }: Serving, site: Site): readonly ExtraName[] {
  return site.areas.flatMap((area) => {
    const place = ofArea.get(area.id);
    const names = [area.name, ...area.queues.map(({ name }) => name)];
    return place === undefined ? [] : names.flatMap((name) => both(place, name));
  });
}

function doctorNames({ ofRoom, ofArea }: Serving, site: Site, directory: Directory): readonly ExtraName[] {
  const rooms = new Map(
    directory.locations.map(({ id, identifier }) => [
      `Location/${id}`,
      identifier?.find(({ system }) => system === identifierSystems.room)?.value,
    ]),
  );
  return directory.practitioners.flatMap((role) => {
    const room = rooms.get(role.location?.[0]?.reference ?? '');
    const area = site.areas.find((each) => each.rooms.some(({ id }) => id === room));
    const place = ofRoom.get(room ?? '') ?? ofArea.get(area?.id ?? '');
    const zh = role.practitioner?.display;
    const en = role.extension?.find(({ url }) => url === englishNameExtension)?.valueString;
    return place === undefined || zh === undefined ? [] : both(place, { zh, en: en ?? zh });
  });
}

function both(placeId: string, name: { readonly zh: string; readonly en: string }): readonly ExtraName[] {
  return [
    { placeId, name: name.zh, lang: 'zh' },
    { placeId, name: name.en, lang: 'en' },
  ];
}
