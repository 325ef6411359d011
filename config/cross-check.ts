import { checkQueues } from './queue-policy/check-queues.ts';
import { checkScreens } from './check-screens.ts';
import { shippedPanels } from './panel.ts';
import type { Site } from './schema.ts';

interface Found {
  readonly key: string;
  readonly sentence: string;
}

/** Rules between settings, each broken one as a sentence with the key to look at. */
export function crossCheck(site: Site): Found[] {
  return [
    ...timeZoneExists(site),
    ...sessionsRise(site),
    ...idsAreUnique(site),
    ...roomsAndQueuesExist(site),
    ...prefixesDiffer(site),
    ...checkQueues(site),
    ...checkScreens(site),
    ...devicesStandSomewhere(site),
    ...devicesHaveLinesOfTheirOwn(site),
  ];
}

function timeZoneExists(site: Site): Found[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone: site.timeZone });
    return [];
  } catch {
    return [{ key: 'timeZone', sentence: `"${site.timeZone}" is no IANA time zone; write for example Asia/Shanghai` }];
  }
}

function sessionsRise(site: Site): Found[] {
  return site.clinicSessions.flatMap((session, index) => {
    const before = site.clinicSessions[index - 1];
    if (before === undefined || before.start < session.start) return [];
    const sentence = `starts at ${session.start}, not after "${before.code}" (${before.start}); list the sessions in the order of the day`;
    return [{ key: `clinicSessions[${index}].start`, sentence }];
  });
}

function repeated(key: string, ids: readonly string[]): Found[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ key: `${key}[${index}].id`, sentence: `"${id}" is used twice; give each its own` }];
  });
}

function idsAreUnique(site: Site): Found[] {
  return [
    ...repeated(
      'areas',
      site.areas.map((area) => area.id),
    ),
    ...repeated(
      'desks',
      site.desks.map((desk) => desk.id),
    ),
    ...repeated(
      'screens',
      site.screens.map((screen) => screen.id),
    ),
    ...repeated(
      'terminals',
      site.terminals.map((terminal) => terminal.id),
    ),
    ...repeated(
      'queues',
      site.areas.flatMap((area) => area.queues.map((queue) => queue.id)),
    ),
    ...repeated(
      'rooms',
      site.areas.flatMap((area) => area.rooms.map((room) => room.id)),
    ),
    ...repeated(
      'clinicSessions',
      site.clinicSessions.map((session) => session.code),
    ),
  ];
}

function roomsAndQueuesExist(site: Site): Found[] {
  const queueRooms = site.areas.flatMap((area, a) => {
    const rooms = new Set(area.rooms.map((room) => room.id));
    return area.queues.flatMap((queue, q) =>
      queue.rooms
        .filter((room) => !rooms.has(room))
        .map((room) => ({
          key: `areas[${a}].queues[${q}].rooms`,
          sentence: `room "${room}" is not a room of area "${area.id}"`,
        })),
    );
  });
  const areaOfRoom = new Map(site.areas.flatMap((area) => area.rooms.map((room) => [room.id, area] as const)));
  const desks = site.desks.flatMap((desk, d) => {
    const area = areaOfRoom.get(desk.room);
    if (area === undefined) return [{ key: `desks[${d}].room`, sentence: `there is no room "${desk.room}"` }];
    return desk.queues
      .filter((queue) => !area.queues.some((known) => known.id === queue))
      .map((queue) => ({
        key: `desks[${d}].queues`,
        sentence: `queue "${queue}" does not wait in area "${area.id}", where room "${desk.room}" is`,
      }));
  });
  return [...queueRooms, ...desks];
}

function prefixesDiffer(site: Site): Found[] {
  return site.areas.flatMap((area, a) => {
    const owner = new Map<string, string>();
    return area.queues.flatMap((queue, q) => {
      const earlier = owner.get(queue.prefix);
      owner.set(queue.prefix, queue.id);
      if (earlier === undefined) return [];
      const sentence = `"${queue.prefix}" is the prefix of queue "${earlier}" in the same area already`;
      return [{ key: `areas[${a}].queues[${q}].prefix`, sentence }];
    });
  });
}

function devicesStandSomewhere(site: Site): Found[] {
  const panels = new Set([...shippedPanels, ...site.panels].map((panel) => panel.id));
  const areas = new Set(site.areas.map((area) => area.id));
  const panelMissing = (key: string, panel: string): Found[] =>
    panels.has(panel) ? [] : [{ key, sentence: `there is no panel "${panel}"; known: ${[...panels].join(', ')}` }];
  const areaMissing = (key: string, area: string): Found[] =>
    areas.has(area) ? [] : [{ key, sentence: `there is no area "${area}"` }];
  return site.terminals.flatMap((terminal, t) => [
    ...panelMissing(`terminals[${t}].panel`, terminal.panel),
    ...(terminal.areas ?? []).flatMap((area) => areaMissing(`terminals[${t}].areas`, area)),
  ]);
}

/** A line has one owner: two drivers on it would take each other's bytes. */
function devicesHaveLinesOfTheirOwn(site: Site): Found[] {
  const names = ['reader', 'scanner', 'stripe', 'documents', 'printer'] as const;
  return site.terminals.flatMap((terminal, t) => {
    const owners = new Map<string, string>();
    return names.flatMap((name) => {
      const device = terminal[name];
      if (device === undefined || !('address' in device)) return [];
      const owner = owners.get(device.address);
      owners.set(device.address, owner ?? name);
      if (owner === undefined) return [];
      const sentence = `"${device.address}" is the address of the ${owner} already; give each device its own line`;
      return [{ key: `terminals[${t}].${name}.address`, sentence }];
    });
  });
}
