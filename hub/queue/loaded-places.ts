import type { HealthcareService, Location } from 'fhir/r4.js';
import type { Area, Bilingual, Queue, Room, Site } from '@lobby/config';
import { englishNameExtension, identifierSystems, type Directory } from '../hospital/port.ts';
import type { AddedPlaces } from '../living-site.ts';

/** Who comes with loaded data may check in whenever the hospital is open: the day of the data is not the day of its making. */
const allDay = { opensMinutesBefore: 1440, graceMinutes: 1440, closesMinutesAfter: 1440, late: 'as-normal' } as const;
const panelOfScreens = 'wall-55';

interface Place {
  readonly queue: Queue;
  readonly room: Room;
  readonly hall: Location;
}

/**
 * Areas, desks and screens for the clinics of a directory that the site does not name: each clinic has a queue, a room
 * and a desk `D-…` of its own, each hall an area with a screen `S-…`. Clinics without a room or a hall have none.
 */
export function placesOfDirectory(directory: Directory, site: Site): AddedPlaces {
  const named = new Set(site.areas.flatMap((area) => area.queues.map((queue) => queue.clinic)));
  const unnamed = directory.clinics.filter((clinic) => !named.has(codeOf(clinic, identifierSystems.clinic) ?? ''));
  const prefixes = freePrefixes(site);
  const places = unnamed.flatMap((clinic, index) => {
    // Letters stay with a clinic when others go. Beyond all pairs they begin again, in another hall.
    const prefix = prefixes[(numberOf(clinic) ?? index) % prefixes.length];
    return prefix === undefined ? [] : (placeOf(clinic, prefix, directory) ?? []);
  });
  const halls = [...Map.groupBy(places, ({ hall }) => hall.id ?? '')];
  const level = site.terminals[0]?.level ?? 1;
  return {
    areas: halls.map(([id, inHall]) => areaOf(id, level, inHall)),
    desks: places.map(({ queue, room }) => ({ id: `D-${queue.id}`, room: room.id, queues: [queue.id] })),
    screens: halls.map(([id]) => ({
      id: `S-${id}`,
      kind: 'area',
      area: id,
      panel: site.screens[0]?.panel ?? panelOfScreens,
      hide: [],
      guide: 'building',
    })),
  };
}

/** Its own number in its code, counted from 0: loaded-1. */
function numberOf(clinic: HealthcareService): number | undefined {
  const number = /-(\d+)$/.exec(codeOf(clinic, identifierSystems.clinic) ?? '')?.[1];
  return number === undefined ? undefined : Math.max(Number(number) - 1, 0);
}

function placeOf(clinic: HealthcareService, prefix: string, directory: Directory): Place | undefined {
  const code = codeOf(clinic, identifierSystems.clinic);
  const room = referred(clinic.location?.[0]?.reference, directory);
  const hall = referred(room?.partOf?.reference, directory);
  const roomId = room === undefined ? undefined : codeOf(room, identifierSystems.room);
  if (code === undefined || room === undefined || hall === undefined || roomId === undefined) return undefined;
  const name = nameOf(clinic);
  return {
    queue: { id: code, name, clinic: code, prefix, rooms: [roomId], checkIn: allDay },
    room: { id: roomId, name: nameOf(room) },
    hall,
  };
}

function areaOf(id: string, level: number, inHall: readonly Place[]): Area {
  const [first] = inHall;
  return {
    id,
    name: first === undefined ? { zh: id, en: id } : nameOf(first.hall),
    level,
    rooms: inHall.map(({ room }) => room),
    queues: inHall.map(({ queue }) => queue),
  };
}

/** One letter, then two, as far as the site has not given them to its own queues; no I and O, which look like digits. */
function freePrefixes(site: Site): string[] {
  const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
  const taken = new Set(site.areas.flatMap((area) => area.queues.map((queue) => queue.prefix)));
  const all = [...letters, ...letters.flatMap((one) => letters.map((other) => one + other))];
  return all.filter((prefix) => !taken.has(prefix));
}

function referred(reference: string | undefined, directory: Directory): Location | undefined {
  return directory.locations.find((location) => reference === `Location/${location.id ?? ''}`);
}

function codeOf(resource: HealthcareService | Location, system: string): string | undefined {
  return resource.identifier?.find((identifier) => identifier.system === system)?.value;
}

function nameOf(resource: HealthcareService | Location): Bilingual {
  const zh = resource.name ?? resource.id ?? '';
  const en = resource.extension?.find(({ url }) => url === englishNameExtension)?.valueString;
  return { zh, en: en ?? zh };
}
