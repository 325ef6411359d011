import { makeGroups, type Groups } from './groups.ts';
import { crossedAtNeed } from './unit-roles.ts';
import type { Door, Zone } from './zones.ts';

/** How deep behind doors each zone lies, and which rooms are walked in as `phases` say. */
export interface RoomOrder {
  /** 0: open ground; 1: a room that opens onto it; 2: a room behind that … Infinity: behind nothing. */
  readonly depth: (zone: Zone) => number;
  /** Rooms with several ways out: whoever is in may leave by any of them, but nobody passes. */
  readonly parted: (zone: Zone) => boolean;
  /** Rooms that are crossed like open ground, as nothing else joins what lies on their two sides. */
  readonly crossed: ReadonlySet<Zone>;
}

/** `lifts`: zones joined by each lift. */
export function orderRooms(
  zones: readonly Zone[],
  doors: readonly Door[],
  lifts: readonly (readonly Zone[])[],
): RoomOrder {
  const crossed = crossedRooms(zones, doors, lifts);
  const depths = depthsOf({ zones, doors, crossed });
  const depth = (zone: Zone): number => depths.get(zone) ?? Infinity;
  const parted = new Set<Zone>();
  const rooms = zones.filter((zone) => zone.shape === 'room' && !crossed.has(zone));
  const doorsOfZone = doorsByZone(doors);
  for (const room of rooms.toSorted((a, b) => depth(a) - depth(b))) {
    const out = (doorsOfZone.get(room) ?? []).filter((door) => isWayOut(door, room, depth));
    const behindParted = out.some((door) => door.zones.some((zone) => zone !== room && parted.has(zone)));
    if (out.length > 1 || behindParted) parted.add(room);
  }
  return { depth, parted: (zone) => parted.has(zone), crossed };
}

/** Whether the door leads out of the room: to open ground, to a room that is no deeper, or to the street. */
export function isWayOut({ zones }: Door, room: Zone, depth: (zone: Zone) => number): boolean {
  const other = zones.find((zone) => zone !== room);
  return other === undefined || depth(other) <= depth(room);
}

function doorsByZone(doors: readonly Door[]): ReadonlyMap<Zone, readonly Door[]> {
  const byZone = new Map<Zone, Door[]>();
  for (const door of doors) {
    for (const zone of door.zones) byZone.set(zone, [...(byZone.get(zone) ?? []), door]);
  }
  return byZone;
}

interface Plan {
  readonly zones: readonly Zone[];
  readonly doors: readonly Door[];
  readonly crossed: ReadonlySet<Zone>;
}

/** Breadth first: through usable doors and public rooms; then, for what is left, through whatever there is. */
function depthsOf({ zones, doors, crossed }: Plan): ReadonlyMap<Zone, number> {
  const depths = new Map<Zone, number>();
  for (const zone of zones) if (zone.shape === 'open' || crossed.has(zone)) depths.set(zone, 0);
  const byZone = doorsByZone(doors);
  spread(depths, (zone) => (zone.staffOnly ? [] : (byZone.get(zone) ?? []).filter(({ usable }) => usable)));
  spread(depths, (zone) => byZone.get(zone) ?? []);
  return depths;
}

function spread(depths: Map<Zone, number>, doorsFrom: (zone: Zone) => readonly Door[]): void {
  const queue = [...depths.keys()].toSorted((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0));
  for (const zone of queue) {
    for (const next of doorsFrom(zone).flatMap((door) => door.zones)) {
      if (depths.has(next)) continue;
      depths.set(next, (depths.get(zone) ?? 0) + 1);
      queue.push(next);
    }
  }
}

/** Rooms between two parts of the house that no other way on the flat joins: people do cross these. */
function crossedRooms(
  zones: readonly Zone[],
  doors: readonly Door[],
  lifts: readonly (readonly Zone[])[],
): ReadonlySet<Zone> {
  const usable = doors.filter((door) => door.usable);
  const groups = joinedOnTheFlat(zones, usable, lifts);
  const byZone = doorsByZone(usable);
  const crossed = new Set<Zone>();
  for (const room of crossable(zones)) {
    const around = (byZone.get(room) ?? []).flatMap((door) => door.zones);
    const sides = around.filter((zone) => zone.shape === 'open' || crossed.has(zone));
    if (new Set(sides.map(({ index }) => groups.of(index))).size < 2) continue;
    crossed.add(room);
    for (const zone of sides) groups.join(room.index, zone.index);
  }
  return crossed;
}

/** Halls before landings, large ones first. */
function crossable(zones: readonly Zone[]): readonly Zone[] {
  const ofKind = (kind: 'hall' | 'landing'): readonly Zone[] =>
    zones
      .filter(({ shape, units }) => shape === 'room' && units.every((unit) => crossedAtNeed(unit) === kind))
      .toSorted((a, b) => boxArea(b) - boxArea(a));
  return [...ofKind('hall'), ...ofKind('landing')];
}

/** Open grounds that doors and lifts join. */
function joinedOnTheFlat(zones: readonly Zone[], doors: readonly Door[], lifts: readonly (readonly Zone[])[]): Groups {
  const groups = makeGroups(zones.length);
  const inLifts = new Set(lifts.flat());
  const passed = (zone: Zone | undefined): zone is Zone =>
    zone !== undefined && (zone.shape === 'open' || inLifts.has(zone));
  for (const { zones: sides } of doors) {
    const [a, b] = sides;
    if (passed(a) && passed(b)) groups.join(a.index, b.index);
  }
  for (const [first, ...rest] of lifts) for (const zone of rest) groups.join(first?.index ?? zone.index, zone.index);
  return groups;
}

const boxArea = ({ box }: Zone): number => (box.maxX - box.minX) * (box.maxY - box.minY);
